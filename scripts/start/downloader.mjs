/**
 * What Electron's loader downloads with, in place of its own downloader: this one gives up when nothing comes rather than
 * when it is slow, and goes on where an earlier one ended. What came so far lies in a folder named after this process,
 * so that two starts at once never write to one file; the loader gets a file only when it is complete, and then checks it.
 */
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { leftBehind } from './electron-program.mjs'

/** Nothing came for too long. */
export class NothingCame extends Error {}

/** An answer other than success. */
export class Refused extends Error {
  constructor(response) {
    super(`HTTP status ${response.status}`)
    this.status = response.status
  }
}

/**
 * `limits` in milliseconds: `first` until the first byte, `stall` between two. `report` is told of the start and of what came,
 * in bytes (`total` is null when the server does not say).
 */
export function createDownloader({ folder, limits, report }) {
  const own = path.join(folder, String(process.pid))
  return {
    folder: own,
    /** The address that is asked. */
    url: undefined,
    /** Whether the last download went on from an earlier one. */
    resumed: false,
    async download(url, target) {
      const partial = path.join(own, path.basename(target))
      this.url = url
      mkdirSync(own, { recursive: true })
      // Only archives are checked afterwards, so only they may be put together from parts.
      if (partial.endsWith('.zip')) adopt(folder, partial)
      else rmSync(partial, { force: true })
      this.resumed = sizeOf(partial) > 0
      report({ fetching: true, resumed: this.resumed })
      await untilComplete(url, partial, limits, report)
      renameSync(partial, target)
    },
  }
}

/** Takes over what came in a process that has ended, and removes what else it left. */
function adopt(folder, partial) {
  for (const left of leftBehind(folder, /^(\d+)$/)) {
    const theirs = path.join(left, path.basename(partial))
    if (sizeOf(theirs) > sizeOf(partial)) renameSync(theirs, partial)
    rmSync(left, { recursive: true, force: true })
  }
}

/** A connection that breaks is made again as long as each brings the file further. */
async function untilComplete(url, partial, limits, report) {
  for (;;) {
    const before = sizeOf(partial)
    try {
      return await attempt(url, partial, limits, report)
    } catch (error) {
      const final = error instanceof NothingCame || error instanceof Refused || error.syscall === 'write' || error.syscall === 'open'
      if (final || sizeOf(partial) <= before) throw error
    }
  }
}

async function attempt(url, partial, limits, report) {
  const watch = createWatch(limits)
  try {
    const kept = sizeOf(partial)
    const response = await fetch(url, { signal: watch.signal, headers: { 'accept-encoding': 'identity', ...(kept > 0 ? { range: `bytes=${kept}-` } : {}) } })
    if (response.status === 416) return await startAnew(response, url, partial, limits, report)
    if (!response.ok || !response.body) throw new Refused(response)
    const from = response.status === 206 && rangeStart(response) === kept ? kept : 0
    if (response.status === 206 && from !== kept) return await startAnew(response, url, partial, limits, report)
    const length = Number(response.headers.get('content-length'))
    await write(response.body, partial, { from, total: length ? from + length : null, watch, report })
  } finally {
    watch.end()
  }
}

/** What is kept is not a beginning of what the server has. */
async function startAnew(response, ...download) {
  await response.body?.cancel()
  rmSync(download[1], { force: true })
  return attempt(...download)
}

async function write(body, partial, { from, total, watch, report }) {
  const file = await open(partial, from > 0 ? 'a' : 'w')
  let transferred = from
  report({ transferred, total })
  try {
    for await (const chunk of body) {
      watch.pause()
      await file.writeFile(chunk)
      transferred += chunk.length
      report({ transferred, total })
      watch.resume()
    }
  } finally {
    await file.close()
  }
}

function createWatch({ first, stall }) {
  const controller = new AbortController()
  const after = (limit, words) => setTimeout(() => controller.abort(new NothingCame(`${words} ${limit / 1000} seconds`)), limit)
  let timer = after(first, 'within')
  return {
    signal: controller.signal,
    pause: () => clearTimeout(timer),
    resume: () => { timer = after(stall, 'for') },
    end: () => clearTimeout(timer),
  }
}

function rangeStart(response) {
  return Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] ?? Number.NaN)
}

function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
