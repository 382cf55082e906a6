import { execFileSync, spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';

/** Why tests with certificates cannot run here; undefined when they can. */
export function whyNoOpenssl(): string | undefined {
  return spawnSync('openssl', ['version']).status === 0
    ? undefined
    : 'openssl not found on PATH';
}

/** An authority, and how to have it vouch for a name. Nothing of it outlives the directory. */
export function createAuthority(directory: string) {
  const file = (name: string) => join(directory, name);
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  openssl(
    ...['req', '-x509', ...newKey, '-nodes', '-days', '2'],
    ...['-subj', '/CN=test authority'],
    ...['-keyout', file('ca.key'), '-out', file('ca.pem')],
  );
  return {
    file: file('ca.pem'),
    issue(name: string) {
      openssl(
        ...['req', ...newKey, '-nodes', '-subj', `/CN=${name}`],
        ...['-addext', `subjectAltName=DNS:${name}`],
        ...['-keyout', file(`${name}.key`), '-out', file(`${name}.csr`)],
      );
      openssl(
        ...['x509', '-req', '-days', '2', '-copy_extensions', 'copy'],
        ...['-in', file(`${name}.csr`), '-out', file(`${name}.pem`)],
        ...['-CA', file('ca.pem'), '-CAkey', file('ca.key')],
        '-CAcreateserial',
      );
      return {
        certFile: file(`${name}.pem`),
        keyFile: file(`${name}.key`),
        cert: readFileSync(file(`${name}.pem`), 'utf8'),
        key: readFileSync(file(`${name}.key`), 'utf8'),
      };
    },
  };
}
