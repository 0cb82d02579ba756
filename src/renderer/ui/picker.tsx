import { useState, type ReactNode } from 'react'
import { Combobox } from '@base-ui/react/combobox'
import { ChevronDown, Plus, X } from 'lucide-react'
import './picker.css'

export interface PickerItem {
  id: string
  name: string
  /** Other names that find it. */
  aliases?: string[]
  mark?: ReactNode
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
  /** Names are sentences: while nobody types, the chosen one is shown whole, on as many lines as it needs. */
  long?: boolean
  className?: string
}

const ADD = 'add:'

/** Type to find; Enter picks what is marked, and adds what is new. */
export function Picker({ label, items, value, placeholder, onPick, onAdd, long = false, className = '' }: PickerProps): ReactNode {
  const chosen = items.find((item) => item.id === value) ?? null
  const [typed, setTyped] = useState<string | null>(null)
  const wanted = (typed ?? '').trim()
  const known = items.some((item) => namesOf(item).some((name) => fold(name) === fold(wanted)))
  const offered = wanted && !known && onAdd ? [...items, { id: ADD + wanted, name: wanted }] : items

  const handlePick = (item: PickerItem | null): void => {
    setTyped(null)
    if (item?.id.startsWith(ADD)) onAdd?.(item.name)
    else onPick(item?.id ?? null)
  }

  return (
    <Combobox.Root<PickerItem>
      items={offered}
      value={chosen}
      autoHighlight
      itemToStringLabel={(item) => item.name}
      isItemEqualToValue={(a, b) => a.id === b.id}
      filter={(item, query) => !wanted || item.id.startsWith(ADD) || namesOf(item).some((name) => fold(name).includes(fold(query)))}
      onValueChange={handlePick}
      onInputValueChange={(text, details) => setTyped(details.reason === 'input-change' ? text : null)}
    >
      <Combobox.InputGroup className={`field picker ${className}`}>
        {typed === null && chosen?.mark}
        <span className={long && chosen ? 'picker-value picker-whole' : 'picker-value'}>
          {long && chosen && <span aria-hidden>{chosen.name}</span>}
          <Combobox.Input aria-label={label} placeholder={placeholder} spellCheck={false} title={chosen?.name} />
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
                  {item.id.startsWith(ADD) ? <><Plus size={14} strokeWidth={1.5} aria-hidden /><span>Add “{item.name}”</span></> : <>{item.mark}<span>{item.name}</span></>}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}

function namesOf(item: PickerItem): string[] {
  return [item.name, ...(item.aliases ?? [])]
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLocaleLowerCase()
}
