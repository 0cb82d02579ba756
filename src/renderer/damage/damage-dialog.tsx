import { useId, useState, type ReactNode } from 'react'
import type { DamageOffer } from '../../shared/damage.ts'
import type { Recorded } from '../../shared/history.ts'
import { client, useOperation } from '../api.ts'
import { toastDone } from '../marks/toast-done.ts'
import { backupDate } from '../unavailable/backup-words.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { fieldName, fieldsToShow } from './field-words.ts'

/** What is damaged, what is here of it and what a backup has: to take just that, or to keep what is here. */
export function DamageDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { data: offers, error } = useOperation('damage.offers', {}, { fresh: true })
  const [problem, setProblem] = useState('')
  const offered = offers?.filter(({ backup }) => backup) ?? []

  const handleTake = (taken: DamageOffer[]): void => {
    setProblem('')
    client.call('damage.take', { rows: taken.map(({ table, row }) => ({ table, row })) })
      .then((done: Recorded) => toastDone(taken.length === 1 ? `${taken[0]!.name} is taken from the backup` : `${taken.length} things are taken from backups`, done), (failure: Error) => setProblem(failure.message))
  }
  const handleKeep = ({ table, row, name }: DamageOffer): void => {
    setProblem('')
    client.call('damage.keep', { rows: [{ table, row }] }).then(() => announce(`${name} is kept as it is here.`), (failure: Error) => setProblem(failure.message))
  }
  return (
    <Dialog
      title="Damaged things" open onClose={onClose} width={640}
      footer={<><Button onClick={onClose}>Close</Button>{offered.length > 1 && <Button variant="primary" onClick={() => handleTake(offered)}>Take all {offered.length} from backups</Button>}</>}
    >
      {(problem || error) && <p className="err" role="alert">{problem || error?.message}</p>}
      {!offers && !error && <p className="m" role="status">Looking at every row, and into the backups…</p>}
      {offers?.length === 0 && <p role="status">Nothing is damaged any more.</p>}
      {offers && offers.length > 0 && (
        <>
          <p className="damage-about">These are not as Counterpoint wrote them: the disk spoiled them, or another program changed them. Everything else is whole.</p>
          <ul className="damage-list">
            {offers.map((offer) => <Offer key={`${offer.table} ${offer.row}`} offer={offer} onTake={() => handleTake([offer])} onKeep={() => handleKeep(offer)} />)}
          </ul>
        </>
      )}
    </Dialog>
  )
}

function Offer({ offer, onTake, onKeep }: { offer: DamageOffer; onTake: () => void; onKeep: () => void }): ReactNode {
  const heading = useId()
  const { name, backup } = offer
  const fields = fieldsToShow(backup?.fields ?? [])
  return (
    <li aria-labelledby={heading}>
      <h3 id={heading} dir="auto">{name}</h3>
      {backup
        ? <p className="m">The backup of {backupDate(backup)} has it whole.</p>
        : <p className="m">No backup has it whole. Set it anew where it stands, then keep it.</p>}
      {fields.map(({ field, here, there }) => (
        <dl key={field} aria-label={fieldName(field)}>
          <dt>{fieldName(field)} here</dt>
          <dd dir="auto">{here || 'Nothing'}</dd>
          <dt>In the backup</dt>
          <dd dir="auto">{there || 'Nothing'}</dd>
        </dl>
      ))}
      <div className="damage-acts">
        {backup && <Button onClick={onTake} aria-describedby={heading}>Take it from the backup</Button>}
        <Button variant="quiet" onClick={onKeep} aria-describedby={heading}>Keep what is here</Button>
      </div>
    </li>
  )
}
