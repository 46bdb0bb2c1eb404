// firebase-tools runs this before it deploys the app with firebase.json alone.
console.error(
  'Run "npm run deploy -- --project YOUR-PROJECT-ID" instead: it builds the app, and lets its pages connect to ' +
    'the services of that project. Deployed from firebase.json alone, they could connect to none.',
);
process.exit(1);
