import { useState, type ReactNode } from 'react'
import { Ellipsis, NotebookPen, Quote, Scale, Share } from 'lucide-react'
import { NoteField } from '../editor/note-field.tsx'
import { useSaving } from '../editor/use-saving.ts'
import { client } from '../api.ts'
import { openExport } from '../commands.ts'
import { navigate } from '../route.ts'
import { IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Menu } from '../ui/menu.tsx'
import { toastError } from '../ui/toast.tsx'
import { BalanceLists } from './balance-lists.tsx'
import { titleOf } from './comparison-menu.tsx'
import type { ComparisonView } from './use-comparison.ts'

/** What else can be done with a comparison. */
export function ComparisonMore({ view }: { view: ComparisonView }): ReactNode {
  const [notedId, setNoted] = useState<string | null>(null)
  const [balanceShown, setBalanceShown] = useState(false)
  const { comparison } = view
  const handleNote = (): void => {
    if (comparison) setNoted(comparison.id)
    else client.call('comparisons.update', { id: null }).then(({ id }) => setNoted(id), toastError)
  }
  return (
    <>
      <Menu
        align="end" trigger={<IconButton icon={Ellipsis} label="More for this comparison" />}
        items={[
          { label: 'Note on this comparison…', icon: NotebookPen, onChoose: handleNote },
          { label: 'Balance…', icon: Scale, onChoose: () => setBalanceShown(true) },
          { label: 'Export…', icon: Share, keys: 'Ctrl Shift E', onChoose: () => openExport({ kind: 'comparison', id: comparison?.title ? comparison.id : null }) },
          { label: 'Same words in several sources', icon: Quote, onChoose: () => navigate({ screen: 'same-words', ...(comparison?.title ? { comparisonId: comparison.id } : {}) }) },
        ]}
      />
      {balanceShown && <Dialog title="Balance" open onClose={() => setBalanceShown(false)}><BalanceLists matrix={view.matrix} /></Dialog>}
      {notedId && <ComparisonNote id={notedId} title={titleOf(comparison)} onClose={() => setNoted(null)} />}
    </>
  )
}

function ComparisonNote({ id, title, onClose }: { id: string; title: string; onClose: () => void }): ReactNode {
  const { status, run } = useSaving()
  return (
    <Dialog title={title} open onClose={onClose} footer={<span className="m" role="status">{status}</span>}>
      <NoteField subject={{ type: 'comparison', id }} label="Note on this comparison" run={run} />
    </Dialog>
  )
}
