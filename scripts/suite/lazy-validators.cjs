// Loaded into firebase-tools with --require. Its Auth emulator compiles a JSON-schema validator for every part of
// Google's whole Identity Toolkit API before it answers: about eight seconds, of which a run uses a handful.
// exegesis, which compiles them, has an option to do so at first use; firebase-tools 15 does not set it.
try {
  const options = require('exegesis/lib/options');
  const { compileOptions } = options;
  options.compileOptions = (given) => compileOptions({ ...given, lazyCompileValidationSchemas: true });
} catch {
  // Another version, laid out in another way: it starts as it always did, only slower.
}
