import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFileHandler } from './protocol.ts'

let around = ''
let handle: (request: Request) => Promise<Response>

beforeAll(() => {
  around = mkdtempSync(join(tmpdir(), 'counterpoint-protocol-'))
  const folder = join(around, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(around, 'renderer-other'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'index.js'), 'export {}')
  writeFileSync(join(folder, 'notes.exe'), 'no')
  writeFileSync(join(around, 'secret.txt'), 'secret')
  writeFileSync(join(around, 'renderer-other', 'secret.txt'), 'secret')
  symlinkSync(join(around, 'secret.txt'), join(folder, 'link.txt'))
  handle = createFileHandler(folder)
})
afterAll(() => rmSync(around, { recursive: true }))

const get = (address: string, method = 'GET'): Promise<Response> => handle(new Request(address, { method }))

describe('app://counterpoint/', () => {
  it('gives the page and its files, with the policy and their own kind', async () => {
    const page = await get('app://counterpoint/')
    expect(await page.text()).toBe('<!doctype html>')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    const script = await get('app://counterpoint/assets/index.js')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect((await get('app://counterpoint/index.html#/library')).status).toBe(200)
  })

  it.each([
    '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%2e%2e%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/..%5csecret.txt', '/..\\secret.txt',
    '/%252e%252e%252fsecret.txt', '//secret.txt', '/..%2frenderer-other%2fsecret.txt', '/%00', '/index.html%00.txt', '/C:%5csecret.txt', '/link.txt', '/assets', '/missing.js', '/notes.exe', '/%ff',
    '/etc/passwd', '//etc/passwd', '/..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd',
  ])('has no way out by %s', async (where) => {
    const answer = await get(`app://counterpoint${where}`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('')
  })

  it('serves no other host and no other method', async () => {
    expect((await get('app://elsewhere/index.html')).status).toBe(404)
    expect((await get('app://counterpoint/', 'POST')).status).toBe(405)
    expect(await (await get('app://counterpoint/', 'HEAD')).text()).toBe('')
  })
})
