import type { ReactNode } from 'react'
import { Archive, Folder, Inbox, LibraryBig, Quote, Trash2, type LucideIcon } from 'lucide-react'
import type { Output } from '../../shared/contract.ts'
import { useOperation } from '../api.ts'
import { Swatch } from '../marks/speaker-name.tsx'
import { addressOf, type Route } from '../route.ts'
import { AddName } from './add-name.tsx'
import type { LibraryRoute } from './library-route.ts'
import { NameMenu } from './name-menu.tsx'

interface SidebarProps {
  route: LibraryRoute
  counts: Output<'articles.counts'>
}

export function Sidebar({ route, counts }: SidebarProps): ReactNode {
  const collections = useOperation('collections.list', {}, { keepPrevious: true })
  const tags = useOperation('tags.list', {}, { keepPrevious: true })
  const issues = useOperation('issues.list', {}, { keepPrevious: true })
  const speakers = useOperation('speakers.list', {}, { keepPrevious: true })
  const plain = !route.collectionId && !route.tagId
  return (
    <nav className="sidebar" aria-label="Library">
      <Place icon={Inbox} name="Inbox" count={counts.inbox} to={{ screen: 'library', view: 'inbox' }} current={route.view === 'inbox'} />
      <Place icon={LibraryBig} name="All articles" count={counts.all} to={{ screen: 'library' }} current={plain && !route.view} />
      <Place icon={Quote} name="All statements" count={counts.statements} to={{ screen: 'statements' }} />
      <Place icon={Archive} name="Archive" count={counts.archive} to={{ screen: 'library', view: 'archive' }} current={route.view === 'archive'} />
      <Place icon={Trash2} name="Bin" count={counts.bin} to={{ screen: 'library', view: 'bin' }} current={route.view === 'bin'} />

      <Group name="Collections" noun="collection" hint="Group articles by story." empty={!collections.data?.length}>
        {collections.data?.map((one) => (
          <Place key={one.id} icon={Folder} name={one.name} count={one.articles} to={{ screen: 'library', collectionId: one.id }} current={route.collectionId === one.id} menu={<NameMenu noun="collection" id={one.id} name={one.name} />} />
        ))}
      </Group>
      <Group name="Issues" noun="issue" to={{ screen: 'names', kind: 'issues' }} hint="A proposition that parties can assert or deny." empty={!issues.data?.length}>
        {issues.data?.map((one) => (
          <Place key={one.id} long name={one.proposition} count={one.statements} to={{ screen: 'statements', issueId: one.id }} menu={<NameMenu noun="issue" id={one.id} name={one.proposition} statements={one.statements} />} />
        ))}
      </Group>
      <Group name="Speakers" noun="speaker" to={{ screen: 'names', kind: 'speakers' }} hint="Who says it. Each gets a colour." empty={!speakers.data?.length}>
        {speakers.data?.map((one) => (
          <Place key={one.id} mark={<Swatch colour={one.colour} />} name={one.name} count={one.statements} to={{ screen: 'statements', speakerId: one.id }} menu={<NameMenu noun="speaker" id={one.id} name={one.name} colour={one.colour} statements={one.statements} />} />
        ))}
      </Group>
      <Group name="Tags" noun="tag" hint="Labels for articles." empty={!tags.data?.length}>
        {tags.data?.map((one) => (
          <Place key={one.id} mark={<span className="tag-mark" aria-hidden>#</span>} name={one.name} count={one.articles} to={{ screen: 'library', tagId: one.id }} current={route.tagId === one.id} menu={<NameMenu noun="tag" id={one.id} name={one.name} />} />
        ))}
      </Group>
    </nav>
  )
}

interface GroupProps {
  name: string
  noun: 'collection' | 'issue' | 'speaker' | 'tag'
  hint: string
  empty: boolean
  children: ReactNode
  /** The screen where all of them are looked after. */
  to?: Route
}

function Group({ name, noun, hint, empty, children, to }: GroupProps): ReactNode {
  return (
    <section className="nav-group" aria-label={name}>
      <div className="nav-h">{to ? <a href={addressOf(to)}>{name}</a> : name}<AddName noun={noun} /></div>
      {empty ? <p className="nav-hint">{hint}</p> : <ul>{children}</ul>}
    </section>
  )
}

interface PlaceProps {
  name: string
  count: number
  to: Route
  icon?: LucideIcon
  mark?: ReactNode
  menu?: ReactNode
  current?: boolean
  /** A proposition: up to three lines. */
  long?: boolean
}

function Place({ name, count, to, icon: Icon, mark, menu, current = false, long = false }: PlaceProps): ReactNode {
  const link = (
    <a className={`nav-i ${long ? 'two' : ''}`} href={addressOf(to)} {...(current ? { 'aria-current': 'page' as const } : {})}>
      {Icon && <Icon size={16} strokeWidth={1.5} aria-hidden />}
      {mark}
      <span>{name}</span>
      <em className="n">{count}</em>
    </a>
  )
  return menu ? <li className="nav-row">{link}{menu}</li> : link
}
