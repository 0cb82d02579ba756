/** What notes link to, and which notes link to a thing. */
import { blockText, fromLexical, type LexicalDocument, type LexicalNode } from '../../shared/body.ts'
import type { Input } from '../../shared/contract.ts'
import type { Backlink, LinkSubject, LinkTarget } from '../../shared/note.ts'
import type { LinkTargetTable } from './link-target-table.ts'
import type { NoteService } from './note-service.ts'

/** Of the words around a link, in UTF-16 code units. */
const LONGEST = 160

export function createNoteLinks({ notes, targets }: { notes: NoteService; targets: LinkTargetTable }) {
  return {
    resolve: (subject: LinkSubject): LinkTarget | null => targets.find(subject) ?? null,
    suggest({ words, types, limit }: Input<'notes.suggest'>): LinkTarget[] {
      const wanted = fold(words).split(/\s+/).filter(Boolean)
      const passes = (name: string): boolean => {
        const folded = fold(name)
        return wanted.every((word) => folded.includes(word))
      }
      return (types ?? []).flatMap((type) => targets.list(type, passes, limit ?? 6))
    },
    backlinks(subject: LinkSubject): Backlink[] {
      return notes.linkingTo(subject).flatMap((note): Backlink[] => {
        if (note.subject.type === 'comparison') return []
        const on = targets.find({ type: note.subject.type, id: note.subject.id })
        return on ? [{ subject: note.subject, title: on.article?.title ?? on.name, articleId: on.article?.id ?? null, text: wordsAround(note.document, subject) }] : []
      })
    },
  }
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase()
}

/** The first block of the note that holds the link: its words, cut to what stands near it. */
function wordsAround(document: LexicalDocument, subject: LinkSubject): string {
  const link = firstLink(document.root, subject)
  const block = link && (innermostBlock(document.root, link) ?? link)
  const text = block ? fromLexical({ root: { type: 'root', children: [block] } }).map(blockText).join(' ').replace(/\s+/g, ' ').trim() : ''
  if (text.length <= LONGEST) return text
  const start = Math.max(0, text.indexOf(String(link?.text)) - LONGEST / 2)
  const cut = text.slice(start, start + LONGEST).toWellFormed().trim()
  return `${start > 0 ? '…' : ''}${cut}${start + LONGEST < text.length ? '…' : ''}`
}

function firstLink(node: LexicalNode, subject: LinkSubject): LexicalNode | undefined {
  if ((node.type === 'reference' || node.type === 'quotation') && node.subjectType === subject.type && node.subjectId === subject.id) return node
  for (const child of node.children ?? []) {
    const found = firstLink(child, subject)
    if (found) return found
  }
  return undefined
}

/** The paragraph, heading or list item around the link. */
function innermostBlock(node: LexicalNode, link: LexicalNode): LexicalNode | undefined {
  for (const child of node.children ?? []) {
    if (child === link) return node.type === 'root' ? link : { ...node, type: 'paragraph' }
    const found = innermostBlock(child, link)
    if (found) return found
  }
  return undefined
}
