import { useState, type ReactNode } from 'react'
import { client } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast, toastError } from '../ui/toast.tsx'

/** The only act that can't be undone, so it asks first. */
export function EmptyBin({ count }: { count: number }): ReactNode {
  const [asking, setAsking] = useState(false)
  const handleEmpty = (): void => {
    setAsking(false)
    client.call('articles.emptyBin', {}).then(({ removed }) => toast({ text: `${removed} removed for good` }), toastError)
  }
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>Empty bin…</Button>
      <Dialog
        title="Empty the bin" open={asking} onClose={() => setAsking(false)} width={440}
        footer={<><Button onClick={() => setAsking(false)}>Cancel</Button><Button variant="danger" onClick={handleEmpty}>Empty bin</Button></>}
      >
        <p>{count === 1 ? 'One article goes' : `${count} articles go`} for good, with highlights, statements and notes. This can’t be undone.</p>
      </Dialog>
    </>
  )
}
