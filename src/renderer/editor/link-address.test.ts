import { expect, it } from 'vitest'
import { isLinkAddress, toLinkAddress } from './link-address.ts'

it.each([
  ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
  [' example.org/page ', 'https://example.org/page'],
  ['someone@example.org', 'mailto:someone@example.org'],
  ['mailto:someone@example.org', 'mailto:someone@example.org'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['two words', null],
  ['', null],
])('reads %j as %j', (typed, address) => {
  expect(toLinkAddress(typed)).toBe(address)
})

it('keeps http, https and mailto alone', () => {
  expect(isLinkAddress('file:///etc/passwd')).toBe(false)
  expect(isLinkAddress('HTTP://example.org')).toBe(true)
})
