package app;

import java.io.*;
import java.nio.charset.*;
import java.util.*;
import java.util.stream.*;
import org.jsoup.*;
import org.jsoup.helper.*;
import org.jsoup.nodes.*;
import org.jsoup.parser.*;
import org.jsoup.safety.*;
import org.jsoup.select.*;

class Main {
    private static final String PAGE = "<!doctype html><html><head><title>A page</title><style>p > a {}</style><script>if (a < b && c) {}</script></head>"
            + "<body class='one two' data-x=1><div id=1><p>Hello, <b>bold</b> &amp; <i>it</i>&#x1F600; &#xD83D; &#xFFFE;</p><br><p title='t' CLASS=Upper class=lower>two</p></div>"
            + "<table><caption>cap<tr><td>1<td>2</table><ul><li>a<li>b</ul><form action=/go><input name=q value=v><select name=s><optgroup><option>x<option selected>y</select></form>"
            + "<math><annotation-xml encoding=text/html><p>in math</p></annotation-xml></math><svg><foreignObject><p>in svg</p></foreignObject></svg></body></html>";

    /** Nothing that the releases parse otherwise, since what was parsed before stays as it is. */
    private static final String PLAIN = PAGE.replace("&#xD83D; ", "").replace(" CLASS=Upper", "");

    private final Document before = Jsoup.parse(PLAIN, "http://example.com/");
    private final Document tracked = Jsoup.parse(PLAIN, "http://example.com/", Parser.htmlParser().setTrackPosition(true));
    private final Document xml = Jsoup.parse("<?xml version='1.0'?><a b='1' B='2'><c/><![CDATA[x < y]]><!-- c --></a>", "", Parser.xmlParser());
    private final Element kept = before.selectFirst("p");
    private final Parser parser = Parser.htmlParser().setTrackErrors(50);
    private final Evaluator query = QueryParser.parse("div > p:not([title]), td");

    private static String ranges(Document doc) {
        return doc.getAllElements().stream().map(e -> e.normalName() + e.sourceRange() + e.attributes().asList().stream()
                .map(a -> a.getKey() + e.attributes().sourceRange(a.getKey())).collect(Collectors.joining(","))).collect(Collectors.joining(" "));
    }

    String show() {
        Calls calls = new Calls();
        calls.add("html of before", () -> before.outerHtml());
        calls.add("html", () -> Jsoup.parse(PAGE).outerHtml());
        calls.add("body", () -> Jsoup.parse(PAGE).body().attributes());
        calls.add("text of kept", () -> kept.text() + kept.cssSelector() + kept.elementSiblingIndex());
        calls.add("xml", () -> xml.outerHtml());
        calls.add("xml output", () -> Jsoup.parse(PAGE).outputSettings(new Document.OutputSettings().syntax(Document.OutputSettings.Syntax.xml)).outerHtml());
        calls.add("cdata in html", () -> { Document d = Jsoup.parse("<script>//<![CDATA[\nx\n//]]></script>"); d.outputSettings().syntax(Document.OutputSettings.Syntax.xml); return d.outerHtml(); });
        calls.add("data nodes as xml", () -> { Document d = Jsoup.parse("<style>a > b</style><script>1 < 2</script><template>t</template>"); d.outputSettings().syntax(Document.OutputSettings.Syntax.xml); return d.head().html(); });
        calls.add("ranges of before", () -> ranges(tracked));
        calls.add("ranges", () -> ranges(Jsoup.parse(PAGE, "", Parser.htmlParser().setTrackPosition(true))));
        calls.add("ranges of duplicates", () -> ranges(Jsoup.parse("<p ONE=1 one=2 two=3>x", "", Parser.htmlParser().setTrackPosition(true).settings(ParseSettings.preserveCase))));
        calls.add("ranges after rename", () -> {
            Document d = Jsoup.parse("<p one=1 two=2>x", "", Parser.htmlParser().setTrackPosition(true));
            Attribute a = d.selectFirst("p").attributes().asList().get(0);
            Attribute own = d.selectFirst("p").attributes().iterator().next();
            own.setKey("three");
            return a.sourceRange() + " " + own.sourceRange() + " " + d.selectFirst("p").attributes();
        });
        calls.add("fragment", () -> Parser.parseFragment("<td>x</td><option>y", new Element("tr"), "http://a/"));
        calls.add("fragment of kept", () -> kept.clone().append("<span>more</span><td>no</td>").outerHtml());
        calls.add("tracked fragment", () -> Jsoup.parse("<div></div>", "", Parser.htmlParser().setTrackPosition(true)).selectFirst("div").append("<b>x</b>").selectFirst("b").sourceRange());
        calls.add("caption", () -> Jsoup.parse("<table><caption>a<p>b<tbody><tr><td>c</table>").body().html());
        calls.add("caption in caption", () -> Jsoup.parse("<table><caption>a</caption><caption>b<caption>c</table></caption>").body().html());
        calls.add("caption fragment", () -> Parser.parseFragment("a</caption><td>b</table>c", new Element("caption"), ""));
        calls.add("errors", () -> { Parser p = Parser.htmlParser().setTrackErrors(20); p.parseInput("<p>x</div><b><i></b>&bogus; &#xD83D;<a", ""); return p.getErrors(); });
        calls.add("errors of before", () -> { parser.setTrackErrors(50); return parser.parseInput("<li></p></ul><select><select>", "").outerHtml(); });
        calls.add("unescape", () -> Parser.unescapeEntities("&lt;&amp;&#65;&#xD83D;&#xDE00;&#x110000;&copy&notit;", false));
        calls.add("unescape attribute", () -> Parser.unescapeEntities("&lt&amp=&copy=x", true));
        calls.add("select kept query", () -> before.select(query).eachText());
        calls.add("select", () -> before.select("div > p ~ p, ul li:eq(1), [data-x]").eachText());
        calls.add("any attribute", () -> before.select("[*]").size());
        calls.add("no attribute", () -> before.select("p:not([*])").eachText());
        calls.add("prefix attribute", () -> before.select("[^data-]").size());
        calls.add("has", () -> before.select("div:has(> p b)").size() + " " + before.select("body:has(li)").size());
        calls.add("has in has", () -> before.select("html:has(div:has(p:has(b)))").size());
        calls.add("leading combinator", () -> before.selectFirst("div").select("> p").eachText());
        calls.add("spaces", () -> before.select("div   >   p   >b,ul>li").eachText());
        calls.add("or and combinators", () -> QueryParser.parse("a > b, c + d e:has(f > g) ~ h").toString());
        calls.add("wrong query", () -> QueryParser.parse("div >> p[").toString());
        calls.add("is", () -> before.select(":is(h1, p):nth-child(2n+1)").eachText());
        calls.add("xpath", () -> before.selectXpath("//li").eachText());
        calls.add("text nodes", () -> kept.textNodes().stream().map(TextNode::getWholeText).collect(Collectors.toList()));
        calls.add("pretty", () -> Jsoup.parse("<div>one<br> two <p>a</p><p>b</p> c</div><pre>\n x</pre>").body().html());
        calls.add("pretty inline", () -> Jsoup.parse("<p>a<br><i>b</i> <span> c </span><br>\n<div>d</div>").body().html());
        calls.add("pretty removed", () -> { Document d = Jsoup.parse("<div><p>one</p>\n two<b>3</b></div>"); d.selectFirst("p").remove(); return d.body().html(); });
        calls.add("outline", () -> { Document d = Jsoup.parse(PAGE); d.outputSettings().outline(true).indentAmount(3); return d.body().html(); });
        calls.add("form", () -> ((FormElement) before.selectFirst("form")).formData());
        calls.add("form elements", () -> ((FormElement) Jsoup.parse(PAGE).selectFirst("form")).elements().eachAttr("name"));
        calls.add("attributes", () -> { Attributes a = new Attributes(); a.put("K", "v").put("k", "w"); a.dataset().put("d", "1"); return a + " " + a.hasKeyIgnoreCase("k") + a.size() + a.deduplicate(ParseSettings.htmlDefault) + a.html(); });
        //after calls.add("attribute of element", () -> before.body().attribute("class").getValue());
        //after calls.add("missing attribute", () -> before.body().attribute("none"));
        //after calls.add("attribute is kept", () -> { Element e = new Element("p"); e.attr("a", "b"); Attribute a = e.attribute("a"); a.setValue("c"); return e.outerHtml(); });
        calls.add("class names", () -> new Element("p").addClass("a").addClass("b").toggleClass("a").classNames());
        calls.add("document", () -> { Document d = Document.createShell("http://b/"); d.title("x  y"); d.charset(StandardCharsets.UTF_8); return d.title() + d.outerHtml() + d.connection().request().url(); });
        calls.add("location", () -> before.location() + before.baseUri() + before.selectFirst("form").absUrl("action"));
        calls.add("clean", () -> Jsoup.clean("<p onclick=x>a<script>b</script><a href='javascript:x'>c</a></p>", Safelist.basic()));
        calls.add("isValid", () -> Jsoup.isValid("<b>ok</b>", Safelist.basic()) + " " + Jsoup.isValid("<script>x</script>", Safelist.basic()));
        calls.add("visitor", () -> { StringBuilder s = new StringBuilder(); NodeTraversor.traverse((node, depth) -> s.append(node.nodeName()).append(depth), kept); return s; });
        calls.add("siblings", () -> kept.nextElementSiblings().size() + " " + kept.siblingNodes().size() + kept.previousElementSibling() + kept.lastElementSibling().tagName());
        calls.add("next sibling", () -> kept.nextSibling() + " " + kept.previousSibling() + kept.parent().childNodeSize());
        calls.add("wrap", () -> { Document d = Jsoup.parse("<p>x</p>"); d.selectFirst("p").wrap("<div><b></b></div>"); return d.body().html(); });
        calls.add("is block", () -> kept.isBlock() + " " + kept.tag() + Tag.valueOf("x:y").normalName());
        calls.add("w3c", () -> new W3CDom().fromJsoup(before).getDocumentElement().getNodeName());
        calls.add("stream", () -> before.stream().count() + " " + before.nodeStream(TextNode.class).count());
        calls.add("own text", () -> before.getElementsMatchingOwnText("two").eachText() + before.getElementsContainingText("bold").first().tagName());
        calls.add("charset", () -> Jsoup.parse(new ByteArrayInputStream("<meta charset=iso-8859-1>\u00e9".getBytes(StandardCharsets.ISO_8859_1)), null, "").body().text());
        calls.add("entities", () -> Entities.escape("<\u00e9\u20ac&>", new Document.OutputSettings().charset("US-ASCII").escapeMode(Entities.EscapeMode.extended)));
        calls.add("noscript", () -> Jsoup.parse("<noscript><img></noscript><select><input><textarea></select><plaintext></p>").outerHtml());
        calls.add("foreign", () -> Jsoup.parse("<svg><title>t</title><p>out<math><mi>x<annotation-xml><svg><b>y").body().html());
        calls.add("formatting", () -> Jsoup.parse("<b>1<p>2</b>3</p><a>4<a>5</a><nobr><nobr>6").body().html());
        return calls.toString();
    }
}
