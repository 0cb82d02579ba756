import type { ReactNode } from 'react'
import { $applyNodeReplacement, DecoratorNode, type EditorConfig, type NodeKey, type SerializedLexicalNode, type SerializedPartial, type Spread } from 'lexical'
import type { LinkSubject } from '../../shared/note.ts'
import { ReferenceLink } from './reference-link.tsx'

export type SerializedReferenceNode = Spread<{ subjectType: LinkSubject['type']; subjectId: string; text: string }, SerializedLexicalNode>

/** A link to something in the library, one character wide for the caret. */
export class ReferenceNode extends DecoratorNode<ReactNode> {
  __subject: LinkSubject
  __text: string

  static override getType(): string { return 'reference' }
  static override clone(node: ReferenceNode): ReferenceNode { return new ReferenceNode(node.__subject, node.__text, node.__key) }
  static override importJSON(json: SerializedPartial<SerializedReferenceNode>): ReferenceNode {
    return $createReferenceNode({ type: json.subjectType ?? 'article', id: json.subjectId ?? '' }, json.text ?? '').updateFromJSON(json)
  }

  constructor(subject: LinkSubject = { type: 'article', id: '' }, text = '', key?: NodeKey) {
    super(key)
    this.__subject = subject
    this.__text = text
  }

  override exportJSON(): SerializedReferenceNode {
    return { ...super.exportJSON(), subjectType: this.__subject.type, subjectId: this.__subject.id, text: this.__text }
  }
  override createDOM(config: EditorConfig): HTMLElement {
    const span = document.createElement('span')
    span.className = String(config.theme.reference)
    return span
  }
  override updateDOM(): boolean { return false }
  override isInline(): boolean { return true }
  override getTextContent(): string { return this.__text }
  override exportDOM(): { element: HTMLElement } {
    const element = document.createElement('span')
    element.textContent = this.__text
    return { element }
  }
  override decorate(): ReactNode { return <ReferenceLink nodeKey={this.getKey()} subject={this.__subject} text={this.__text} /> }
}

export function $createReferenceNode(subject: LinkSubject, text: string): ReferenceNode {
  return $applyNodeReplacement(new ReferenceNode(subject, text))
}
