/**
 * A page's source to a document: parsed as browsers parse (the HTML standard, by parse5) into a light document (linkedom) that
 * runs nothing, fetches nothing and knows no style sheets. A page can not make it large: what no reader needs is left out.
 */
import { DOMParser } from 'linkedom'
import { html, parse, parseFragment, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5'

/** Elements inside elements, where browsers stop too. */
const DEEPEST = 512
/** Of one element. */
const MOST_ATTRIBUTES = 100
/** In UTF-16 code units. What is longer is a picture written into the page, or no page's at all. */
const LONGEST_ATTRIBUTE = 4096

/** Elements whose text is for machines. JSON-LD is kept. */
const machineText = new Set(['script', 'style'])

/** Throws a RangeError when elements lie in each other too deeply. */
export function documentOfPage(source: string): Document {
  const options = { treeAdapter: adapterOf(new DOMParser().parseFromString('', 'text/html') as unknown as Document), scriptingEnabled: false }
  const document = parse(source, options)
  // The extractor tries again from the page's source: that is to be parsed as the page was, and not as linkedom would.
  const { body } = document
  Object.defineProperty(body, 'innerHTML', {
    get: () => [...body.childNodes].join(''),
    set: (inner: string) => { body.replaceChildren(parseFragment(body, inner, options)) },
  })
  return document
}

type DomTypes = TreeAdapterTypeMap<Node, ParentNode & Node, ChildNode & Node, Document, DocumentFragment, Element, Comment, Text, HTMLTemplateElement, DocumentType>

/** What the parser asks of the tree that it builds. */
function adapterOf(document: Document): TreeAdapter<DomTypes> {
  let depth = 0
  let mode = html.DOCUMENT_MODE.NO_QUIRKS
  /** linkedom knows no other namespaces than HTML's and SVG's. */
  const foreign = new WeakMap<Element, html.NS>()
  const templates = new WeakMap<HTMLTemplateElement, DocumentFragment>()
  return {
    ...reading,
    ...changing,
    createDocument: () => document,
    createDocumentFragment: () => document.createDocumentFragment(),
    createElement(name, namespace, attributes) {
      const element = document.createElement(name)
      if (namespace !== html.NS.HTML) foreign.set(element, namespace)
      setAttributes(element, attributes)
      return element
    },
    createCommentNode: () => document.createComment(''),
    createTextNode: (text) => document.createTextNode(text),
    getNamespaceURI: (element) => foreign.get(element) ?? html.NS.HTML,
    setDocumentMode: (_, found) => { mode = found },
    getDocumentMode: () => mode,
    setTemplateContent: (template, content) => templates.set(template, content),
    getTemplateContent: (template) => templates.get(template)!,
    onItemPush() {
      depth += 1
      if (depth > DEEPEST) throw new RangeError('nested too deeply')
    },
    onItemPop() {
      depth -= 1
    },
  }
}

const reading = {
  getFirstChild: (node) => node.firstChild,
  getChildNodes: (node) => [...node.childNodes],
  getParentNode: (node) => node.parentNode,
  getAttrList: (element) => [...element.attributes].map(({ name, value }) => ({ name, value })),
  getTagName: (element) => element.localName,
  getTextNodeContent: (text) => text.data,
  getCommentNodeContent: (comment) => comment.data,
  getDocumentTypeNodeName: () => 'html',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',
  isTextNode: (node): node is Text => node.nodeType === 3,
  isCommentNode: (node): node is Comment => node.nodeType === 8,
  isElementNode: (node): node is Element => node.nodeType === 1,
  isDocumentTypeNode: (node): node is DocumentType => node.nodeType === 10,
  getNodeSourceCodeLocation: () => undefined,
} satisfies Partial<TreeAdapter<DomTypes>>

const changing = {
  appendChild(parent, node) {
    if (node.nodeType !== 8) parent.appendChild(node)
  },
  insertBefore(parent, node, before) {
    if (node.nodeType !== 8) parent.insertBefore(node, before)
  },
  insertText: (parent, text) => insertText(parent, text, null),
  insertTextBefore: insertText,
  adoptAttributes: (element, attributes) => setAttributes(element, attributes.filter(({ name }) => !element.hasAttribute(name))),
  detachNode: (node) => node.remove(),
  setDocumentType: () => undefined,
  setNodeSourceCodeLocation: () => undefined,
  updateNodeSourceCodeLocation: () => undefined,
} satisfies Partial<TreeAdapter<DomTypes>>

function insertText(parent: Node, text: string, before: Node | null): void {
  if (!isKept(parent)) return
  const previous = before ? before.previousSibling : parent.lastChild
  if (previous?.nodeType === 3) previous.nodeValue += text
  else parent.insertBefore(parent.ownerDocument!.createTextNode(text), before)
}

function setAttributes(element: Element, attributes: { name: string; value: string }[]): void {
  for (const { name, value } of attributes.slice(0, MOST_ATTRIBUTES)) element.setAttribute(name, value.slice(0, LONGEST_ATTRIBUTE))
}

function isKept(parent: Node): boolean {
  const { localName } = parent as Element
  return !machineText.has(localName) || /^application\/ld\+json$/i.test((parent as Element).getAttribute('type') ?? '')
}
