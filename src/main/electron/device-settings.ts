/** This device's settings, asked for as the window asks. */
import type { Output } from '../../shared/contract.ts'
import { unwrap } from '../../shared/rpc.ts'
import type { Settings } from '../../shared/settings.ts'
import type { Desk } from '../desk.ts'
import { MAIN_WINDOW, windowClient } from '../window-client.ts'

const asWindow = { client: windowClient(MAIN_WINDOW) }

export async function deviceSettings(desk: Desk): Promise<Settings> {
  return unwrap(await desk.dispatch('settings.get', {}, asWindow)) as Output<'settings.get'>
}

export async function changeSettings(desk: Desk, changes: Partial<Settings>): Promise<void> {
  unwrap(await desk.dispatch('settings.update', changes, asWindow))
}
