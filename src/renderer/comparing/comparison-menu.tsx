import { useState, type ReactNode } from 'react'
import { Check, ChevronDown, Copy, Pencil, Save, Trash2 } from 'lucide-react'
import { client } from '../api.ts'
import { toastDone } from '../marks/toast-done.ts'
import { navigate, useRoute, type Route } from '../route.ts'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { NameDialog } from '../ui/name-dialog.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import type { ComparisonView } from './use-comparison.ts'

/** The comparison's title, and with it: go to another, save, rename, duplicate, delete. */
export function ComparisonMenu({ view: { comparison, all, choice } }: { view: ComparisonView }): ReactNode {
  const route = useRoute()
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null)
  const title = titleOf(comparison)
  const goTo = (id: string | null): void => navigate(withComparison(route, id))

  const handleSave = (name: string): Promise<unknown> => (naming === 'save'
    ? client.call('comparisons.create', { title: name, choice }).then((made) => goTo(made.id))
    : client.call('comparisons.update', { id: comparison!.id, title: name }))
  const handleDuplicate = (): void => {
    client.call('comparisons.duplicate', { id: comparison!.id }).then((copy) => { goTo(copy.id); toast({ text: `Made “${copy.title}”` }) }, toastError)
  }
  const handleDelete = (): void => {
    client.call('comparisons.delete', { id: comparison!.id }).then((done) => {
      goTo(null)
      toastDone(`“${title}” deleted. Its statements stay.`, done)
    }, toastError)
  }
  const isSaved = Boolean(comparison?.title)
  const items: (MenuItem | null)[] = [
    { label: titleOf(null), ...(isSaved ? {} : { icon: Check }), onChoose: () => goTo(null) },
    ...all.filter((one) => one.title).map((one): MenuItem => ({ label: one.title, ...(one.id === comparison?.id ? { icon: Check } : {}), onChoose: () => goTo(one.id) })),
    null,
    { label: isSaved ? 'Save as another comparison…' : 'Save as a comparison…', icon: Save, onChoose: () => setNaming('save') },
    ...(isSaved ? [
      { label: 'Rename…', icon: Pencil, onChoose: () => setNaming('rename') },
      { label: 'Duplicate', icon: Copy, onChoose: handleDuplicate },
      { label: 'Delete', icon: Trash2, danger: true, onChoose: handleDelete },
    ] : []),
  ]
  return (
    <>
      <h1 className="comparison-title"><Menu trigger={<button type="button" className="comparison-name" aria-label={`Comparison: ${title}`} title={title}><span>{title}</span><ChevronDown size={14} strokeWidth={1.5} aria-hidden /></button>} items={items} /></h1>
      {naming && <NameDialog title={naming === 'save' ? 'Save comparison' : 'Rename comparison'} action={naming === 'save' ? 'Save' : 'Rename'} name={naming === 'rename' ? title : ''} onSave={handleSave} onClose={() => setNaming(null)} />}
    </>
  )
}

export function titleOf(comparison: { title: string } | null): string {
  return comparison?.title || 'All statements'
}

/** The same view of another comparison. */
function withComparison(route: Route, id: string | null): Route {
  const comparisonId = id ? { comparisonId: id } : {}
  return route.screen === 'timeline' ? { screen: 'timeline', ...comparisonId } : { screen: 'compare', ...comparisonId }
}
