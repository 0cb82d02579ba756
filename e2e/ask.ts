/** Asks the app itself, where a story begins with more than anybody would click together. */
import type { Page } from '@playwright/test'
import type { Input, OperationName, Output } from '../src/shared/contract.ts'
import { unwrap, type Reply } from '../src/shared/rpc.ts'

export async function ask<N extends OperationName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await page.evaluate(async (question) => {
    const bridge = (window as { counterpoint?: { call(name: string, input: unknown): Promise<unknown> } }).counterpoint
    if (bridge) return bridge.call(question.name, question.input)
    const headers = { 'content-type': 'application/json', 'x-counterpoint-window': sessionStorage.getItem('counterpoint-window') ?? '', 'x-counterpoint-secret': localStorage.getItem('counterpoint-secret') ?? '' }
    return (await fetch('/api/call', { method: 'POST', headers, body: JSON.stringify(question) })).json()
  }, { name, input } as { name: string; input: unknown })
  return unwrap(reply as Reply) as Output<N>
}
