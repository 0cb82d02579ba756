import { useState, type ReactNode } from 'react'
import { Combobox } from '@base-ui/react/combobox'
import { ChevronDown, Plus, X, type LucideIcon } from 'lucide-react'
import { sameName } from '../../shared/same-name.ts'
import './picker.css'

export interface PickerItem {
  id: string
  name: string
  /** Other names that find it. */
  aliases?: string[]
  mark?: ReactNode
  /** Said beside the name, small. */
  detail?: string
}

/** Something else that can be done with what was typed, when it is no name yet. */
export interface PickerAction {
  label: (typed: string) => string
  icon: LucideIcon
  onChoose: (typed: string) => void
}

export interface PickerProps {
  /** The combobox's name. */
  label: string
  items: PickerItem[]
  value: string | null
  placeholder: string
  /** Null: none. */
  onPick: (id: string | null) => void
  /** Absent: new ones can't be made here. */
  onAdd?: (name: string) => void
  /** Offered below adding. */
  otherwise?: PickerAction
  /** Names are sentences: while nobody types, the chosen one is shown whole, on as many lines as it needs. */
  long?: boolean
  /** Takes the focus when it appears: the first field of a dialog. */
  autoFocus?: boolean
  className?: string
}

const ADD = 'add:'
const OTHERWISE = 'otherwise:'

/** Type to find; Enter picks what is marked, and adds what is new. */
export function Picker({ label, items, value, placeholder, onPick, onAdd, otherwise, long = false, autoFocus = false, className = '' }: PickerProps): ReactNode {
  const chosen = items.find((item) => item.id === value) ?? null
  const [typed, setTyped] = useState<string | null>(null)
  const wanted = (typed ?? '').trim()
  const offered = offer(items, wanted, Boolean(onAdd), Boolean(otherwise))

  const handlePick = (item: PickerItem | null): void => {
    setTyped(null)
    if (item?.id === ADD) onAdd?.(item.name)
    else if (item?.id === OTHERWISE) otherwise?.onChoose(item.name)
    else onPick(item?.id ?? null)
  }

  return (
    <Combobox.Root<PickerItem>
      items={offered}
      value={chosen}
      autoHighlight
      itemToStringLabel={(item) => item.name}
      isItemEqualToValue={(a, b) => a.id === b.id}
      filter={(item) => item.id === ADD || item.id === OTHERWISE || namesOf(item).some((name) => fold(name).includes(fold(wanted)))}
      onValueChange={(item, details) => { if (!leaves(details)) handlePick(item) }}
      onInputValueChange={(text, details) => { if (!leaves(details)) setTyped(details.reason === 'input-change' ? text : null) }}
    >
      <Combobox.InputGroup className={`field picker ${className}`}>
        {typed === null && chosen?.mark}
        <span className={long && chosen ? 'picker-value picker-whole' : 'picker-value'}>
          {long && chosen && <span aria-hidden dir="auto">{chosen.name}</span>}
          <Combobox.Input dir="auto" aria-label={label} autoFocus={autoFocus} placeholder={placeholder} spellCheck={false} title={chosen?.name} />
        </span>
        {chosen && <Combobox.Clear className="ib ib-s" aria-label={`Clear ${label.toLowerCase()}`}><X size={14} strokeWidth={1.5} aria-hidden /></Combobox.Clear>}
        <Combobox.Trigger className="ib ib-s" aria-label={`Show ${label.toLowerCase()} list`} tabIndex={-1}><ChevronDown size={14} strokeWidth={1.5} aria-hidden /></Combobox.Trigger>
      </Combobox.InputGroup>
      <Combobox.Portal>
        <Combobox.Positioner className="layer-menu" sideOffset={4}>
          <Combobox.Popup className="pop picker-list">
            <Combobox.Empty><div className="picker-empty">{onAdd ? 'Type a name to add it.' : 'Nothing matches.'}</div></Combobox.Empty>
            <Combobox.List>
              {(item: PickerItem) => (
                <Combobox.Item key={item.id} value={item} className="menu-item">
                  {item.id === ADD && <><Plus size={14} strokeWidth={1.5} aria-hidden /><span>Add “{item.name}”</span></>}
                  {item.id === OTHERWISE && otherwise && <><otherwise.icon size={14} strokeWidth={1.5} aria-hidden /><span>{otherwise.label(item.name)}</span></>}
                  {item.id !== ADD && item.id !== OTHERWISE && <OptionText item={item} wanted={wanted} />}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}

/** What was typed to the letter comes first, also where the words are part of another's name; what is new can be added. */
function offer(items: PickerItem[], wanted: string, add: boolean, otherwise: boolean): PickerItem[] {
  if (wanted === '') return items
  const isExact = (item: PickerItem): boolean => namesOf(item).some((name) => sameName(name, wanted))
  const isNew = !items.some(isExact)
  return [
    ...items.toSorted((a, b) => Number(isExact(b)) - Number(isExact(a))),
    ...(isNew && add ? [{ id: ADD, name: wanted }] : []),
    ...(isNew && otherwise ? [{ id: OTHERWISE, name: wanted }] : []),
  ]
}

/** Where another name than the shown one was found, it is said. */
function OptionText({ item: { name, aliases, mark, detail }, wanted }: { item: PickerItem; wanted: string }): ReactNode {
  const found = wanted !== '' && !fold(name).includes(fold(wanted)) ? aliases?.find((alias) => fold(alias).includes(fold(wanted))) : undefined
  return (
    <>
      {mark}
      <span className="picker-name">
        {name}{found && <em> “{found}”</em>}
        {detail && <small>{detail}</small>}
      </span>
    </>
  )
}

/** Escape in a closed list would take away what is chosen. Here it is for what lies around: a dialog closes. */
function leaves(details: { reason: string; cancel: () => void; allowPropagation: () => void }): boolean {
  if (details.reason !== 'escape-key') return false
  details.cancel()
  details.allowPropagation()
  return true
}

function namesOf(item: PickerItem): string[] {
  return [item.name, ...(item.aliases ?? [])]
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLocaleLowerCase()
}
