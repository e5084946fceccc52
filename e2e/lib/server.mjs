// Starts the server that the journeys visit, and stops it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Finding, check } from './finding.mjs';

/** A developer build fills the demo city slowly. */
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 10_000;

export class Server {
  /** What the server has printed, line by line: the address, the log-ins of the staff. */
  lines = [];
  isOurs = true;

  /** @param command the binary alone (then the demo is started), or a whole command with {port} and {data} */
  constructor(command) {
    this.command = command.length > 1 ? command : [...command, 'demo', '--listen', '127.0.0.1:{port}', '--data', '{data}'];
  }

  /** A server that somebody else has started. */
  static at(url) {
    const server = new Server([]);
    return Object.assign(server, { isOurs: false, base: url.replace(/\/$/, ''), readyAfter: 0, start: async () => {} });
  }

  /** Starts the server and waits until it has printed its address. */
  async start() {
    const port = await freePort();
    this.data = await mkdtemp(join(tmpdir(), 'kapok-e2e-'));
    const [program, ...rest] = this.command.map((word) => word.replace('{port}', port).replace('{data}', this.data));
    const start = performance.now();
    this.process = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.exited = new Promise((done) => this.process.on('exit', (code, signal) => done([code, signal])));
    const address = new Promise((found, reject) => {
      const onLine = (line) => {
        this.lines.push(line);
        const url = line.match(/http:\/\/[^\s/"']+/);
        if (url) found(url[0]);
      };
      createInterface({ input: this.process.stdout }).on('line', onLine);
      createInterface({ input: this.process.stderr }).on('line', onLine);
      this.process.on('error', (error) => reject(new Finding(`${program} cannot be started: ${error.message}`)));
      this.process.on('exit', (code) => reject(new Finding(`the server ended at once (${code}):\n${this.tail()}`)));
      const late = () => reject(new Finding(`no address after ${START_LIMIT_MS / 1000} s:\n${this.tail()}`));
      setTimeout(late, START_LIMIT_MS).unref();
    });
    this.base = await address;
    this.readyAfter = Math.round(performance.now() - start);
  }

  /** Asks the server to end, as a service manager does, and fails if it does not, or if it has panicked. */
  async stop() {
    try {
      if (!this.process?.pid) return;
      this.process.kill('SIGTERM');
      const timer = setTimeout(() => this.process.kill('SIGKILL'), STOP_LIMIT_MS);
      const [code, signal] = await this.exited;
      clearTimeout(timer);
      check(signal !== 'SIGKILL', `still running ${STOP_LIMIT_MS / 1000} s after SIGTERM`);
      check(code === 0, `ended with ${code ?? signal}:\n${this.tail()}`);
      const panic = this.lines.find((line) => line.includes('panicked at'));
      check(!panic, panic);
    } finally {
      if (this.data) await rm(this.data, { recursive: true, force: true });
    }
  }

  tail() {
    return this.lines.slice(-15).join('\n');
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return String(port);
}
