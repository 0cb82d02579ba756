import type { ReactNode } from 'react'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { Settings } from '../../shared/settings.ts'
import { languageOf, type Dictionary, type SpellingState } from '../../shared/spelling.ts'
import { useAct, useOperation } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Switch } from '../ui/switch.tsx'
import { toastError } from '../ui/toast.tsx'

/** Whether spelling is checked, and with what: that differs by face. */
export function Spelling(): ReactNode {
  const settings = useOperation('settings.get', {}).data
  const state = useOperation('spelling.state', {}, { fresh: true })
  const update = useAct('settings.update')
  if (!settings) return null
  const set = (change: Partial<Settings>): void => update.mutate(change, { onError: toastError })
  return (
    <>
      <label className="settings-on">
        <span>Check spelling while you write notes</span>
        <Switch on={settings.spelling} onChange={(spelling) => set({ spelling })} />
      </label>
      {state.data && <p className="m">{whoChecks[state.data.kind]}</p>}
      {state.error && <p className="err" role="alert">{state.error.message}</p>}
      {state.data?.kind === 'dictionaries' && settings.spelling && (
        <Dictionaries state={state.data} chosen={settings.dictionary} onLook={() => void state.refetch()} onChoose={(dictionary) => set({ dictionary })} />
      )}
    </>
  )
}

const whoChecks: Record<SpellingState['kind'], string> = {
  native: 'Your system’s own spelling checker is used, in the languages that are chosen in its settings.',
  dictionaries: 'Words are looked up on this computer, in a dictionary that you choose.',
  browser: 'Your browser’s own spelling checker is used. Some browsers send what you write over the network for it, if you have turned that on in the browser.',
}

interface DictionariesProps {
  state: SpellingState
  chosen: string | null
  onLook: () => void
  onChoose: (name: string) => void
}

function Dictionaries({ state: { folder, dictionaries }, chosen, onLook, onChoose }: DictionariesProps): ReactNode {
  return (
    <>
      {dictionaries.length > 0 && (
        <RadioGroup aria-label="Dictionary" className="dictionaries" value={chosen ?? ''} onValueChange={(name) => onChoose(name as string)}>
          {dictionaries.map((each) => <DictionaryChoice key={each.name} dictionary={each} isChosen={each.name === chosen} />)}
        </RadioGroup>
      )}
      {chosen === null && <p>{dictionaries.length > 0 ? 'Choose a dictionary. Until then nothing is checked.' : 'There is no dictionary yet, so nothing is checked.'}</p>}
      <p className="m">To add one, put its .aff file and its .dic file into this folder, such as those of LibreOffice’s dictionaries. Counterpoint downloads none.</p>
      <div className="settings-row">
        <span className="settings-folder settings-folder-long">{folder}</span>
        <Button onClick={onLook}>Look again</Button>
      </div>
    </>
  )
}

function DictionaryChoice({ dictionary: { name, problem }, isChosen }: { dictionary: Dictionary; isChosen: boolean }): ReactNode {
  const language = languageName(name)
  return (
    <label>
      <Radio.Root value={name} disabled={problem !== null && !isChosen} className={`radio ${isChosen ? 'on' : ''}`} />
      <span className="dictionary">
        {language ? <>{language} <span className="dictionary-file">{name}</span></> : name}
        {problem && <span className="err">{problem}</span>}
      </span>
    </label>
  )
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** Such as "British English" for "en_GB"; undefined where the name says no language. */
function languageName(dictionary: string): string | undefined {
  const language = languageOf(dictionary)
  return language === null ? undefined : languageNames.of(language)
}
