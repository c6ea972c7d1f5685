// The built program with its simulated dialogue, on a free port and in a folder of its own.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const program = process.env.INDABA_BIN ?? join(checkout, 'target/release/indaba');
const patienceMs = 60_000;

/**
 * Starts `indaba demo` and waits until it says where it is ready.
 * `INDABA_E2E_ORIGIN` (for example http://127.0.0.1:8000) uses a server that runs already instead.
 * @returns {Promise<{origin: string, stop: () => Promise<void>}>}
 */
export async function startDemo() {
  if (process.env.INDABA_E2E_ORIGIN) {
    return { origin: new URL(process.env.INDABA_E2E_ORIGIN).origin, stop: async () => {} };
  }
  const data = await mkdtemp(join(tmpdir(), 'indaba-e2e-'));
  const child = spawn(program, ['demo', '--listen', '127.0.0.1:0', '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  process.once('exit', () => child.kill('SIGKILL'));
  try {
    return { origin: await readiness(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address in the first line that names one. */
function readiness(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const give = (why) => reject(new Error(`${program} demo ${why}; it said:\n${said}`));
    const timer = setTimeout(() => give(`named no address within ${patienceMs / 1000} s`), patienceMs);
    const listen = (chunk) => {
      said += chunk;
      const address = said.match(/https?:\/\/127\.0\.0\.1:\d+(?=\D)/);
      if (address) { clearTimeout(timer); resolve(address[0]); }
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', (error) => { clearTimeout(timer); give(`did not start (${error.message})`); });
    child.once('close', (code) => { clearTimeout(timer); give(`ended with ${code}`); });
  });
}
