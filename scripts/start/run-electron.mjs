/**
 * Runs Electron with Counterpoint until it ends. Its main process tells by a message when its window is shown or when it
 * has handed its files over to a running copy. What it writes to standard error is held back until then:
 * where it ends before, our sentence takes the place of Chromium's log.
 */
import { spawn } from 'node:child_process'

/** Milliseconds that Electron has to close by itself after Ctrl C. */
const PATIENCE = 2000
/** Milliseconds after its end in which more of what it wrote may come: helpers of its own can hold the pipe open. */
const LAST_WORDS = 1000

/**
 * Resolves with how it ended: `reached` is what it told last ('shown', 'handed-over'), `stopped` whether it was asked to end,
 * `said` what was held back.
 */
export function runElectron({ program, words, env = process.env, platform = process.platform, patience = PATIENCE, output = process.stderr }) {
  return new Promise((resolve) => {
    const { ELECTRON_RUN_AS_NODE: _, ...environment } = env
    const child = spawn(program, words, { env: environment, stdio: ['inherit', 'inherit', 'pipe', 'ipc'], windowsHide: false })
    const held = holdBack(child.stderr, output)
    const stopping = passSignalsOn(child, { platform, patience, onStop: held.release })
    let reached
    child.on('message', (message) => {
      if (message?.counterpoint !== 'shown' && message?.counterpoint !== 'handed-over') return
      reached = message.counterpoint
      held.release()
    })
    const end = (status, signal, error) => {
      stopping.end()
      resolve({ status, signal, error, reached, stopped: stopping.stopped(), said: held.said() })
    }
    child.once('error', (error) => end(null, null, error))
    child.once('exit', (status, signal) => {
      const timer = setTimeout(end, LAST_WORDS, status, signal)
      child.once('close', () => {
        clearTimeout(timer)
        end(status, signal)
      })
    })
  })
}

function holdBack(stream, output) {
  let said = ''
  let released = false
  stream.setEncoding('utf8').on('data', (text) => {
    if (released) output.write(text)
    else said += text
  })
  return {
    said: () => said,
    release() {
      if (released) return
      released = true
      output.write(said)
      said = ''
    },
  }
}

/**
 * Ctrl C reaches Electron from the terminal itself, and it closes on its own; the signal is sent on only to one that stays.
 * On Windows no signal can be sent on, as each would end it at once: there it is asked to quit.
 */
function passSignalsOn(child, { platform, patience, onStop }) {
  let stopped = false
  let timer
  const send = () => void (platform !== 'win32' && child.kill('SIGTERM'))
  const onKeyboard = () => {
    onStop()
    if (platform === 'win32' && child.connected) child.send({ counterpoint: 'quit' }, () => undefined)
    timer ??= setTimeout(send, patience)
    stopped = true
  }
  const onTerminate = () => {
    onStop()
    stopped = true
    send()
  }
  process.on('SIGINT', onKeyboard).on('SIGHUP', onKeyboard).on('SIGTERM', onTerminate)
  return {
    stopped: () => stopped,
    end() {
      clearTimeout(timer)
      process.off('SIGINT', onKeyboard).off('SIGHUP', onKeyboard).off('SIGTERM', onTerminate)
    },
  }
}
