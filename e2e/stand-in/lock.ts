/** The single-instance lock of a profile folder: a file with the holder's process number, and a folder in which others leave word. */
import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import path from 'node:path'

export interface Word { words: string[]; folder: string; data: unknown }

/** False when another process holds the lock: that one gets the word. */
export function takeLock(profile: string, word: Word, onWord: (word: Word) => void): boolean {
  const post = path.join(profile, 'second-starts')
  const file = path.join(profile, 'lock')
  mkdirSync(post, { recursive: true })
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
  } catch {
    if (isRunning(Number(readFileSync(file, 'utf8')))) {
      writeFileSync(path.join(post, `${process.pid}.json`), JSON.stringify(word))
      return false
    }
    writeFileSync(file, String(process.pid))
  }
  watch(post, { persistent: false }, () => readdirSync(post).forEach((name) => readWord(path.join(post, name), onWord)))
  process.on('exit', () => rmSync(file, { force: true }))
  return true
}

/** A word that is not all written yet is read at the next event. */
function readWord(file: string, onWord: (word: Word) => void): void {
  let word: Word
  try {
    word = JSON.parse(readFileSync(file, 'utf8')) as Word
  } catch {
    return
  }
  rmSync(file)
  onWord(word)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
