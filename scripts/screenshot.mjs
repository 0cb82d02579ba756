/**
 * `npm run screenshot`: the picture in the README, of the sample article with statements marked.
 * `npm run screenshot -- FOLDER`: every screen in light, dark, sepia and narrow, into the folder, to be looked at.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright'
import { buildIfNeeded, root } from './build-if-needed.mjs'
import { printedAddress } from './enter.mjs'
import { browserOptions } from './test-browser.mjs'

const issues = {
  loss: 'The evening crossing loses 410,000 crowns a winter',
  duty: 'The contract obliges the company to sail at 19:40',
  lives: 'Ending the crossing puts lives at risk',
  launch: 'A passenger launch can replace the ferry',
}
/** Speaker, issue, stance, wording, the exact words. */
const statements = [
  ['Brannock Lines', 'loss', 'asserts', 'quote', '"loses money on every sailing between the first frost and the spring market,"'],
  ['Residents’ Association', 'loss', 'denies', 'quote', '"Those figures were made to fit the decision,"'],
  ['Island council', 'loss', 'unclear', 'quote', 'cannot confirm a loss of that size from what we were shown.'],
  ['Island council', 'loss', 'leans', 'paraphrase', 'some loss was likely'],
  ['Residents’ Association', 'duty', 'asserts', 'quote', '"Reasonable means there is a boat,"'],
  ['Brannock Lines', 'duty', 'denies', 'paraphrase', 'A boat that sails at 16:15 is an evening boat in December'],
  ['Island council', 'duty', 'leans', 'paraphrase', 'doubted that a court would accept this'],
  ['Dr Yusuf Adair', 'lives', 'asserts', 'paraphrase', 'suspending the crossing would put lives at risk'],
  ['Brannock Lines', 'lives', 'denies', 'paraphrase', 'nobody would be left without help'],
  ['Coastguard', 'lives', 'leans', 'quote', '"fly when the weather lets them, and in January it often does not."'],
  ['Residents’ Association', 'lives', 'leans', 'paraphrase', 'The danger was real'],
  ['Sound Cooperative', 'launch', 'asserts', 'paraphrase', 'the launch could start within three weeks of a decision'],
  ['Brannock Lines', 'launch', 'asserts', 'paraphrase', 'A launch was all that the evening traffic needed'],
  ['Residents’ Association', 'launch', 'denies', 'paraphrase', 'called it a trap'],
  ['Dr Yusuf Adair', 'launch', 'denies', 'paraphrase', 'a launch would be no use to him'],
]
const notes = { 'cannot confirm a loss of that size from what we were shown.': 'She saw the books for one afternoon. Ask for the auditor’s letter.', '"Reasonable means there is a boat,"': 'The clause, not the company, is his case.' }
const plain = 'Its contract with the company, signed nine years ago'

const folder = process.argv[2]
const home = mkdtempSync(path.join(tmpdir(), 'counterpoint-picture-'))
await buildIfNeeded(console.error)
const host = spawn(process.execPath, [path.join(root, 'out/main/cli.js'), 'serve', '--library', path.join(home, 'library')], {
  env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'],
})
const browser = await chromium.launch(await browserOptions())
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const address = await printedAddress(host)
  await page.goto(address)
  await page.getByRole('button', { name: 'Open the sample' }).waitFor()
  if (folder) await pictureAll(page, 'library-empty')
  const article = await fill(page)
  if (folder) await everyScreen(page, article)
  else {
    await show(page, `#/article?articleId=${article.id}&highlightId=${article.highlightId}`, '[aria-label="Inspector"]')
    await page.screenshot({ path: path.join(root, 'docs', 'screenshot.png') })
  }
} finally {
  await browser.close()
  host.kill()
  rmSync(home, { recursive: true, force: true })
}

function call(page, name, input) {
  return page.evaluate(async (body) => {
    const response = await fetch('/api/call', { method: 'POST', headers: { 'content-type': 'application/json', 'x-counterpoint-window': sessionStorage.getItem('counterpoint-window'), 'x-counterpoint-secret': localStorage.getItem('counterpoint-secret') }, body: JSON.stringify(body) })
    const reply = await response.json()
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.output
  }, { name, input })
}

async function fill(page) {
  const { id } = await call(page, 'articles.import', { kind: 'sample' })
  const { text } = await call(page, 'articles.get', { id })
  const rangeOf = (words) => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`The sample does not hold “${words}”.`)
    return [{ start, end: start + words.length }]
  }
  const issueIds = {}
  for (const [key, proposition] of Object.entries(issues)) issueIds[key] = (await call(page, 'issues.create', { proposition })).id
  const speakerIds = {}
  let highlightId
  for (const [speaker, issue, stance, wording, words] of statements) {
    speakerIds[speaker] ??= (await call(page, 'speakers.create', { name: speaker })).id
    const statement = await call(page, 'statements.create', { on: { articleId: id, ranges: rangeOf(words) }, speakerId: speakerIds[speaker], issueId: issueIds[issue], stance, wording })
    if (!notes[words]) continue
    const document = { root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: notes[words], format: 0 }] }] } }
    await call(page, 'notes.save', { subject: { type: 'highlight', id: statement.highlightId }, document, run: 'picture' })
    highlightId ??= statement.highlightId
  }
  await call(page, 'highlights.create', { articleId: id, ranges: rangeOf(plain) })
  const tag = await call(page, 'tags.create', { name: 'ferries' })
  await call(page, 'articles.setTag', { ids: [id], tagId: tag.id, on: true })
  const collection = await call(page, 'collections.create', { name: 'Winter ferry' })
  await call(page, 'articles.setCollection', { ids: [id], collectionId: collection.id, on: true })
  return { id, highlightId }
}

async function everyScreen(page, { id, highlightId }) {
  const [first, second, third] = await call(page, 'statements.list', {})
  const screens = {
    library: ['#/library', '[aria-label="Articles"]'],
    reader: [`#/article?articleId=${id}&highlightId=${highlightId}`, '[aria-label="Article"]'],
    statements: ['#/statements', 'main'],
    speakers: ['#/names', '.names-statement'],
    issues: ['#/names?kind=issues', '.names-statement'],
    matrix: ['#/compare', '[role=grid]'],
    'side-by-side': [`#/side-by-side?statementIds=${[first, second, third].map((one) => one.id).join(',')}`, 'main'],
    settings: ['#/settings', 'h1'],
  }
  for (const [name, [fragment, selector]] of Object.entries(screens)) {
    await show(page, fragment, selector)
    await pictureAll(page, name)
  }
  await show(page, '#/compare', '[role=grid]')
  for (const [button, name] of [['Export', 'export'], ['Add article', 'add']]) {
    await page.getByRole('button', { name: button, exact: true }).first().click()
    await page.getByRole('dialog').waitFor()
    await pictureAll(page, name)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
}

async function show(page, fragment, selector) {
  await page.evaluate((to) => { window.location.hash = to }, fragment)
  await page.locator(selector).first().waitFor()
  await page.evaluate(() => document.fonts.ready)
}

async function pictureAll(page, name) {
  mkdirSync(folder, { recursive: true })
  for (const theme of ['light', 'dark', 'sepia']) {
    await call(page, 'settings.update', { theme })
    await page.locator(`html[data-theme=${theme}]`).waitFor()
    await page.screenshot({ path: path.join(folder, `${name}-${theme}.png`), animations: 'disabled' })
  }
  await call(page, 'settings.update', { theme: 'light' })
  await page.setViewportSize({ width: 820, height: 900 })
  await page.screenshot({ path: path.join(folder, `${name}-narrow.png`), animations: 'disabled' })
  await page.setViewportSize({ width: 1440, height: 900 })
}
