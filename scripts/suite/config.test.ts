import { describe, expect, it } from 'vitest';
import { allowLocalSuite } from './config.ts';
import { usualPorts } from './ports.ts';

describe('the content security policy of a local run', () => {
  it('lets the suite in beside what production allows', () => {
    const policy = allowLocalSuite(
      "default-src 'self'; connect-src 'self' https://*.googleapis.com",
      usualPorts,
    );
    expect(policy).toBe(
      "default-src 'self'; connect-src 'self' https://*.googleapis.com http://127.0.0.1:9099 " +
        'http://127.0.0.1:8080 http://127.0.0.1:5001 http://127.0.0.1:9199',
    );
  });

  it('opens no directive that is not about the suite', () => {
    const policy = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";
    expect(allowLocalSuite(policy, usualPorts)).toBe(policy);
  });
});
