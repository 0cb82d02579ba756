import type { ReactNode } from 'react'
import { $applyNodeReplacement, DecoratorNode, type EditorConfig, type NodeKey, type SerializedLexicalNode, type SerializedPartial, type Spread } from 'lexical'
import { QuotationBlock } from './quotation-block.tsx'
import type { Quotation } from './quote-in-hand.ts'

export type SerializedQuotationNode = Spread<Quotation & { subjectType: 'highlight' }, SerializedLexicalNode>

/** A highlight's exact words with their source: one block that the caret can't enter, deleted as a whole. */
export class QuotationNode extends DecoratorNode<ReactNode> {
  __quotation: Quotation

  static override getType(): string { return 'quotation' }
  static override clone(node: QuotationNode): QuotationNode { return new QuotationNode(node.__quotation, node.__key) }
  static override importJSON(json: SerializedPartial<SerializedQuotationNode>): QuotationNode {
    return $createQuotationNode({ subjectId: json.subjectId ?? '', text: json.text ?? '', source: json.source ?? '' }).updateFromJSON(json)
  }

  constructor(quotation: Quotation = { subjectId: '', text: '', source: '' }, key?: NodeKey) {
    super(key)
    this.__quotation = quotation
  }

  override exportJSON(): SerializedQuotationNode {
    return { ...super.exportJSON(), subjectType: 'highlight', ...this.__quotation }
  }
  override createDOM(config: EditorConfig): HTMLElement {
    const block = document.createElement('div')
    block.className = String(config.theme.quotation)
    return block
  }
  override updateDOM(): boolean { return false }
  override isInline(): boolean { return false }
  override getTextContent(): string { return `${this.__quotation.text}\n— ${this.__quotation.source}` }
  override exportDOM(): { element: HTMLElement } {
    const element = document.createElement('blockquote')
    element.textContent = this.__quotation.text
    return { element }
  }
  override decorate(): ReactNode { return <QuotationBlock nodeKey={this.getKey()} quotation={this.__quotation} /> }
}

export function $createQuotationNode(quotation: Quotation): QuotationNode {
  return $applyNodeReplacement(new QuotationNode(quotation))
}
