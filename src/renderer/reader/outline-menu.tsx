import { useMemo, useState, type ReactNode } from 'react'
import { Menu } from '@base-ui/react/menu'
import { ListTree } from 'lucide-react'
import { IconButton } from '../ui/button.tsx'
import { currentEntry, outlineOf } from './outline.ts'
import { offsetInView, paneOf, reveal } from './pane.ts'
import { useReader } from './reader-context.ts'
import type { TextMap } from './text-offsets.ts'

/** The article's headings, to jump to. Nothing for an article without them. */
export function OutlineMenu(): ReactNode {
  const { article, map } = useReader()
  const entries = useMemo(() => outlineOf(article.body), [article.body])
  const [current, setCurrent] = useState(-1)
  if (entries.length === 0 || !map) return null
  const top = Math.min(...entries.map((entry) => entry.level))
  return (
    <Menu.Root onOpenChange={(open) => { if (open) setCurrent(currentEntry(entries, placeInView(map))) }}>
      <Menu.Trigger render={<IconButton label="Outline" icon={ListTree} />} />
      <Menu.Portal>
        <Menu.Positioner className="layer-menu" sideOffset={4} align="end">
          <Menu.Popup className="pop menu outline" aria-label="Outline">
            {entries.map((entry, index) => (
              <Menu.Item
                key={entry.start}
                className="menu-item outline-entry"
                style={{ paddingInlineStart: 10 + (entry.level - top) * 14 }}
                {...(index === current ? { 'aria-current': 'location' as const } : {})}
                onClick={() => reveal(map, { start: entry.start, end: entry.start + 1 }, 'top')}
              >
                {entry.words}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** What is being read: the first line in view, but at the very end the last one, since it can't come to the top. */
function placeInView(map: TextMap): number {
  const { scrollTop, clientHeight, scrollHeight } = paneOf(map)
  return offsetInView(map, scrollTop + clientHeight >= scrollHeight - 2 ? 'last' : 'first')
}
