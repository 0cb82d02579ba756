import { useRef, type ReactNode } from 'react'
import { stanceNames, stances, wordingNames, wordings, type Stance, type Wording } from '../../shared/statement.ts'
import { Segmented } from '../ui/segmented.tsx'
import { StanceMark } from './stance-word.tsx'

/** "Leans towards" is too long for one of five stops; its full name is what is read out. */
const shortNames: Record<Stance, string> = { ...stanceNames, leans: 'Leans' }

/** Three stand in a narrow row. */
const shortWordings: Record<Wording, string> = { quote: 'Direct', partly: 'Partly', paraphrase: 'Paraphrase' }
const wordingOptions = wordings.map((wording) => ({ value: wording, name: wordingNames[wording], shown: <span title={wordingNames[wording]}>{shortWordings[wording]}</span> }))
const stanceOptions = stances.map((stance) => ({
  value: stance,
  name: stanceNames[stance],
  shown: <span className="stance-stop" title={stanceNames[stance]}><StanceMark stance={stance} />{shortNames[stance]}</span>,
}))

export function StanceField({ value, onChange }: { value: Stance | null; onChange: (stance: Stance) => void }): ReactNode {
  return <Segmented<Stance> label="Stance" className="stance" value={value} options={stanceOptions} onChange={onChange} />
}

/** A guess is named as one until the reader agrees or chooses. */
export function WordingField({ value, isGuessed, onChange }: { value: Wording; isGuessed: boolean; onChange: (wording: Wording) => void }): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const agree = (): void => {
    // The button goes; what it speaks of stays.
    box.current!.querySelector<HTMLElement>('[role=radio][aria-checked=true]')?.focus()
    onChange(value)
  }
  return (
    <div ref={box} className="wording-field">
      <Segmented<Wording> label="Wording" className="full" value={value} options={wordingOptions} onChange={onChange} />
      {isGuessed && <p className="m" title="From the quotation marks in and around the passage">Guessed. <button type="button" className="link" onClick={agree}>It is right</button></p>}
    </div>
  )
}
