/** What a fault test is, and what it gets to work with. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomFrom, type Random } from '../src/main/random-from.ts'
import { commandLineFile, homeIn, startCounterpoint, type CounterpointHost, type HostOptions } from '../scripts/loopback-host.ts'

export interface Fault {
  /** What is done to the library, in a few words. */
  name: string
  run(tools: FaultTools): Promise<FaultResult>
}

export interface FaultResult {
  tried: number
  /** A sentence for each failure. */
  failed: string[]
  /** What could not be tried here, and why. */
  skipped?: string[]
  /** Anything else that is worth a line. */
  note?: string
}

export interface FaultTools {
  seed: number
  /** From a stream that the seed decides. */
  random: Random
  /** A new empty folder, removed at the end. */
  folder: () => string
  /** The loopback host of the built program; ended at the end where it still runs. */
  host: (options?: HostOptions) => Promise<CounterpointHost>
  /** The built command line. */
  commandLine: (words: string[]) => Promise<{ status: number | null; out: string; err: string }>
}

/** `tidy` ends the hosts and removes the folders. */
export function faultTools(seed: number): FaultTools & { tidy(): Promise<void> } {
  const folders: string[] = []
  const hosts: CounterpointHost[] = []
  const folder = (): string => {
    const made = mkdtempSync(path.join(tmpdir(), 'counterpoint-fault-'))
    folders.push(made)
    return made
  }
  const home = folder()
  return {
    seed, folder,
    random: randomFrom(seed),
    host: async (options) => {
      const host = await startCounterpoint(options)
      hosts.push(host)
      return host
    },
    commandLine: (words) => runCommandLine(words, home),
    tidy: async () => {
      await Promise.all(hosts.map((host) => host.kill()))
      for (const one of folders) rmSync(one, { recursive: true, force: true })
    },
  }
}

function runCommandLine(words: string[], home: string): ReturnType<FaultTools['commandLine']> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [commandLineFile, ...words], { env: { ...process.env, ...homeIn(home) }, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text })
    child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text })
    child.on('error', reject)
    child.on('close', (status) => { resolve({ status, out, err }) })
  })
}
