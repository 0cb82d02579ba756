/** The program that started this one, such as the terminal's: what it is told, and that its going ends nothing. */

/** `shown`: the window is there. `handed-over`: another copy runs with this library and has the files now. */
export type News = 'shown' | 'handed-over'

type Parent = Pick<NodeJS.Process, 'connected' | 'send'>

/** Nothing happens when there is no starter that listens, or it has gone. */
export function tellStarter(news: News, parent: Parent = process): void {
  if (parent.connected) parent.send?.({ counterpoint: news }, undefined, undefined, () => {})
}

/** A terminal that is closed takes its end of these with it: what is written there then goes nowhere, and is no mistake. */
export function outliveTerminal(streams: Pick<NodeJS.WriteStream, 'on'>[] = [process.stdout, process.stderr]): void {
  for (const stream of streams) stream.on('error', () => {})
}

/**
 * Asked to stop, the app quits as from its menu: the page stores what was typed, the library is closed. To be called once
 * Electron is ready. Its own handlers of these signals, which are in place by then, end the process at the second signal,
 * and Ctrl+C sends two: the terminal's, and the one that npm passes on. Windows has no signals: there the starter sends word.
 */
export function quitWhenAsked(quit: () => void, program: Pick<NodeJS.Process, 'on'> = process): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) program.on(signal, quit)
  program.on('message', (message) => { if (isQuit(message)) quit() })
}

function isQuit(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'counterpoint' in message && message.counterpoint === 'quit'
}
