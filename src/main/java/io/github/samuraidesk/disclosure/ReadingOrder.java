package io.github.samuraidesk.disclosure;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Puts loose text beside inline elements into elements of its own. The renderer paints a line's own text before the
 * elements within it, so that "年 0.750 ％" would be copied, read aloud and extracted as "年 ％ 0.750".
 */
final class ReadingOrder {

    private static final String DOCTYPE = "<!DOCTYPE html>\n";

    private ReadingOrder() {}

    static String of(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            // A paper's XHTML comes from our templates; nothing outside it is ever loaded.
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
            wrap(document.getDocumentElement());
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty(OutputKeys.METHOD, "xml");
            var out = new StringWriter();
            transformer.transform(new DOMSource(document.getDocumentElement()), new StreamResult(out));
            return DOCTYPE + out;
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException("a paper is not well-formed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void wrap(Element element) {
        var texts = new ArrayList<Node>();
        boolean mixed = false;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                mixed = true;
                wrap(inner);
            } else if (child.getNodeType() == Node.TEXT_NODE
                    && !child.getTextContent().isBlank()) {
                texts.add(child);
            }
        }
        if (!mixed) {
            return;
        }
        for (Node text : texts) {
            Element span = element.getOwnerDocument().createElementNS(element.getNamespaceURI(), "span");
            element.replaceChild(span, text);
            span.appendChild(text);
        }
    }
}
