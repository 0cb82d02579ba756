import { expect, test } from './fixtures.ts'
import { doctor, markFourArticles } from './four-articles.ts'
import { ComparePage } from './pages/compare-page.ts'

test('a quote that is full in two articles, clipped in one and altered in one is found, and is compared', async ({ counterpoint: { page } }) => {
  await markFourArticles(page)
  const compare = await new ComparePage(page).open()
  await compare.chooseAtHead('columnheader', doctor, 'Same words in several sources')
  const group = page.getByRole('region', { name: `${doctor}, full in 2, clipped in 1, altered in 1` })
  await expect(group.getByRole('listitem')).toHaveCount(4)
  await expect(group.getByRole('listitem').filter({ hasText: 'Northshore Post' })).toContainText('Clipped')
  const altered = group.getByRole('listitem').filter({ hasText: 'Capital Ledger' })
  await expect(altered).toContainText('Altered')
  await expect(altered.locator('ins').first()).toHaveText('none')

  await page.getByRole('slider').focus()
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight')
  await expect(page.getByText('100 %')).toBeVisible()
  await expect(page.getByRole('region', { name: `${doctor}, full in 2, clipped in 1` })).toBeVisible()
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowLeft')
  await group.getByRole('listitem').filter({ hasText: 'Northshore Post' }).getByRole('button', { name: 'Set apart' }).press('Enter')
  await expect(page.getByRole('region', { name: `${doctor}, full in 2, altered in 1` })).toBeVisible()
  await page.getByRole('button', { name: 'Put 1 back' }).click()
  await group.getByRole('button', { name: 'Compare side by side' }).click()
  await expect(page.getByRole('table').first()).toContainText('forty-one patients')
})
