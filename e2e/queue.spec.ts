/** The queue: highlights that a newer version put in doubt are decided one after the other, and every choice is undone. */
import { expect, test } from './fixtures.ts'
import { markFerry, marks, newerFerryText, useNewer } from './ferry.ts'
import { ask } from './ask.ts'
import { goTo } from './go-to.ts'
import { RevisePage } from './pages/revise-page.ts'

test('a speaker and a cue changed: it is accepted by key, and undone', async ({ counterpoint: { page, run } }) => {
  const id = await markFerry(page, ['vance', 'cooperative'])
  await useNewer(page, newerFerryText)
  const { queue } = new RevisePage(page)
  await expect(queue.getByRole('heading', { name: 'The words stand. Who says them, and how, does not.' })).toBeVisible()
  await expect(queue.getByRole('row', { name: 'Name' })).toHaveText('NamePetra VanceEdda Roy')
  await expect(queue.getByRole('row', { name: 'Cue' })).toHaveText('Cuesaiddenied saying')
  const [before, after] = [queue.getByRole('region', { name: 'Old sentence' }), queue.getByRole('region', { name: 'New sentence' })]
  await expect(before.getByRole('deletion')).toHaveText(['Petra Vance', 'transport officer', 'said'])
  await expect(after.getByRole('insertion')).toHaveText(['Edda Roy', 'chair', 'denied saying'])
  for (const side of [before, after]) await expect(side.locator('mark')).toHaveText(marks.vance)
  await expect(page.getByRole('navigation', { name: 'Highlights that need you' }).getByRole('button', { name: 'Petra Vance' })).toContainText('Petra Vance said became Edda Roy denied saying')

  await expect(queue.getByRole('button', { name: 'Accept, still Petra Vance' })).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByRole('heading', { name: 'Highlights that need you: 1 of 1' })).toBeVisible()
  const [accepted] = (await ask(page, 'highlights.list', { articleId: id })).filter(({ quote }) => quote === marks.vance)
  expect(accepted).toMatchObject({ waiting: false, revision: 2, statements: [{ stance: 'unclear' }] })
  expect((await run(['verify'])).status).toBe(0)

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Highlights that need you: 1 of 2' })).toBeVisible()
  await expect(queue.getByRole('row', { name: 'Name' })).toContainText('Edda Roy')
})

test('another speaker is taken by a key, the stance is asked for again, and undo takes both back', async ({ counterpoint: { page } }) => {
  const id = await markFerry(page, ['vance'])
  const roy = await ask(page, 'speakers.create', { name: 'Edda Roy' })
  await ask(page, 'speakers.create', { name: 'Island council' })
  await useNewer(page, newerFerryText)
  const { queue } = new RevisePage(page)
  await expect(queue.getByRole('button', { name: 'Edda Roy' })).toBeVisible()
  await expect(queue.getByRole('button', { name: 'Island council' })).toBeVisible()
  const statement = async (): Promise<{ speakerId: string | null; stance: string | null }> => (await ask(page, 'statements.list', { articleId: id }))[0]!
  const { speakerId: vance } = await statement()

  await page.keyboard.press('1')
  await expect(page.getByRole('heading', { name: 'What is Edda Roy’s stance?' })).toBeVisible()
  expect(await statement()).toMatchObject({ speakerId: roy.id, stance: null })
  await page.keyboard.press('5')
  await expect(page.getByRole('heading', { name: 'Nothing waits' })).toBeVisible()
  expect(await statement()).toMatchObject({ speakerId: roy.id, stance: 'denies' })

  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await undo.click()
  await expect.poll(async () => (await statement()).stance).toBe(null)
  await undo.click()
  await expect(queue).toBeVisible()
  expect(await statement()).toMatchObject({ speakerId: vance, stance: 'unclear' })
})

test('a speaker whom the library does not have is found with S, or taken from the new sentence', async ({ counterpoint: { page } }) => {
  const id = await markFerry(page, ['vance', 'merrow'])
  await useNewer(page, newerFerryText)
  const { queue } = new RevisePage(page)
  await expect(queue.getByRole('button', { name: 'Edda Roy new' })).toBeVisible()
  await page.keyboard.press('s')
  const field = page.getByRole('combobox', { name: 'Another speaker' })
  await expect(field).toBeFocused()
  await field.fill('Chair of the council')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'What is Chair of the council’s stance?' })).toBeVisible()
  await page.keyboard.press('l')
  await expect(queue.getByRole('row', { name: 'Name' })).toHaveText('NameMr MerrowMs Sollis')
  await page.keyboard.press('1')
  await expect(page.getByRole('heading', { name: 'What is Ms Sollis’s stance?' })).toBeVisible()
  const speakers = await ask(page, 'speakers.list', {})
  const names = (await ask(page, 'statements.list', { articleId: id })).map(({ speakerId }) => speakers.find((one) => one.id === speakerId)?.name)
  expect(names.toSorted()).toEqual(['Chair of the council', 'Ms Sollis'])
})

test('it is placed again by key, under a pointer that nothing moves, or keeps its old wording; both are undone', async ({ counterpoint: { page } }) => {
  await markFerry(page, ['vance'])
  await useNewer(page, newerFerryText)
  const { queue } = new RevisePage(page)
  await expect(queue).toBeVisible()
  await page.keyboard.press('p')
  const text = page.getByRole('textbox', { name: 'Article text' })
  await expect(text).toBeFocused()
  const paragraph = text.getByText('The vote is on Thursday.')
  const before = (await paragraph.boundingBox())!
  await page.mouse.move(before.x + 1, before.y + before.height / 2)
  await page.mouse.down()
  await page.mouse.move(before.x + 120, before.y + before.height / 2, { steps: 6 })
  await expect(page.getByRole('button', { name: 'Place here' })).toBeEnabled()
  expect(await paragraph.boundingBox()).toEqual(before)
  await page.mouse.up()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Nothing waits' })).toBeVisible()
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await undo.click()
  await expect(queue).toBeVisible()
  await queue.getByRole('button', { name: 'keep the old wording' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing waits' })).toBeVisible()
  await undo.click()
  await expect(queue).toBeVisible()
})

test('one after the other, put off, and looked at in their whole paragraphs', async ({ counterpoint: { page } }) => {
  await markFerry(page, ['vance', 'adair', 'lines', 'coastguard'])
  await useNewer(page, newerFerryText)
  const { queue } = new RevisePage(page)
  const list = page.getByRole('navigation', { name: 'Highlights that need you' })
  for (const kind of ['Said by another? 2', 'Reworded 1', 'Lost 1']) await expect(list.getByRole('heading', { name: kind })).toBeVisible()
  await expect(list.getByRole('button', { name: 'Dr Yusuf Adair' })).toContainText('added could')
  await page.keyboard.press('l')
  await expect(queue.getByRole('row', { name: 'Modal' })).toContainText('could')
  await expect(list.getByRole('button', { name: 'Petra Vance' })).toContainText('later')
  await page.keyboard.press('j')
  await expect(queue.getByRole('region', { name: 'New wording' }).getByRole('insertion')).toHaveText('most sailings')
  await page.keyboard.press('j')
  await expect(queue).toContainText('no passage comes near them')
  await page.keyboard.press('l')
  await expect(queue.getByRole('row', { name: 'Modal' })).toBeVisible()
  await page.keyboard.press('k')
  await expect(list.locator('[aria-current]')).toContainText('Petra Vance')
})

test('the place that is chosen is the one that is taken, by key', async ({ counterpoint: { page } }) => {
  const quote = 'The bridge will be paid for by the county'
  const { id } = await ask(page, 'articles.import', { kind: 'text', text: `Bridge\n\n${quote}, said Ann Berg.\n\nThe council meets on Monday at noon.\n` })
  const { text } = await ask(page, 'articles.get', { id })
  const start = text.indexOf(quote)
  await ask(page, 'highlights.create', { articleId: id, ranges: [{ start, end: start + quote.length }] })
  await goTo(page, `#/article?articleId=${id}`)
  await useNewer(page, `Bridge\n\nThe council meets on Monday at noon.\n\n${quote}, said Bo Lind in the hall.\n\nNobody else came.\n\n${quote}, said Cai Dahl at the gate.\n`)
  await expect(page.getByRole('group', { name: '2 places come near' })).toBeVisible()
  const [, second] = (await ask(page, 'highlights.queue', { articleId: id }))[0]!.candidates
  await page.getByRole('radio').nth(1).click()
  await page.keyboard.press('a')
  await expect(page.getByRole('heading', { name: 'Nothing waits' })).toBeVisible()
  const [placed] = await ask(page, 'highlights.list', { articleId: id })
  expect(placed!.ranges).toEqual(second)
})

test('an interrupted quote of which one word changed is reworded, and taken whole', async ({ counterpoint: { page } }) => {
  const parts = ['“Never,”', '“will we sign that paper.”']
  const source = `Union\n\nThe union met on Monday.\n\n${parts.join(' Ann Berg said, ')} Bo Lind left.\n`
  const { id } = await ask(page, 'articles.import', { kind: 'text', text: source })
  const { text } = await ask(page, 'articles.get', { id })
  await ask(page, 'highlights.create', { articleId: id, ranges: parts.map((part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })) })
  await goTo(page, `#/article?articleId=${id}`)
  await useNewer(page, source.replace('Never', 'Always'))
  const { queue } = new RevisePage(page)
  await expect(queue.getByRole('heading', { name: 'Reworded' })).toBeVisible()
  await expect(queue.getByRole('region', { name: 'New wording' }).getByRole('insertion')).toHaveText('Always')
  await page.keyboard.press('a')
  await expect(page.getByRole('heading', { name: 'Nothing waits' })).toBeVisible()
  expect((await ask(page, 'highlights.list', { articleId: id }))[0]!.quote).toBe('“Always,” […] “will we sign that paper.”')
})
