/** What an article's body holds and a note does not: images (by their alternative text and address) and rules. They can be deleted, not edited. */
import { DecoratorNode, type LexicalUpdateJSON, type NodeKey, type SerializedLexicalNode, type Spread } from 'lexical'
import type { ReactNode } from 'react'

type SerializedImage = Spread<{ alt: string; address: string }, SerializedLexicalNode>

export class ImageNode extends DecoratorNode<ReactNode> {
  __alt: string
  __address: string

  static override getType(): string { return 'image' }
  static override clone(node: ImageNode): ImageNode { return new ImageNode(node.__alt, node.__address, node.__key) }
  static override importJSON(json: SerializedImage): ImageNode { return new ImageNode(json.alt, json.address).updateFromJSON(json) }

  constructor(alt = '', address = '', key?: NodeKey) {
    super(key)
    this.__alt = alt
    this.__address = address
  }

  override exportJSON(): SerializedImage { return { ...super.exportJSON(), alt: this.__alt, address: this.__address } }
  override updateFromJSON(json: LexicalUpdateJSON<SerializedImage>): this { return super.updateFromJSON(json) }
  override getTextContent(): string { return this.__alt }
  override isInline(): false { return false }
  override createDOM(): HTMLElement { return document.createElement('div') }
  override updateDOM(): false { return false }
  override decorate(): ReactNode { return <span className="edit-image">Image: {this.__alt || 'no description'} <small>{this.__address}</small></span> }
}

export class RuleNode extends DecoratorNode<ReactNode> {
  static override getType(): string { return 'horizontalrule' }
  static override clone(node: RuleNode): RuleNode { return new RuleNode(node.__key) }
  static override importJSON(json: SerializedLexicalNode): RuleNode { return new RuleNode().updateFromJSON(json) }

  override getTextContent(): string { return '' }
  override isInline(): false { return false }
  override createDOM(): HTMLElement { return document.createElement('div') }
  override updateDOM(): false { return false }
  override decorate(): ReactNode { return <hr className="edit-rule" /> }
}
