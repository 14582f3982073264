package app;

import java.io.*;
import java.lang.annotation.*;
import java.net.*;
import java.text.*;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.stream.*;
import org.apache.commons.lang3.*;
import org.apache.commons.lang3.builder.*;
import org.apache.commons.lang3.concurrent.*;
import org.apache.commons.lang3.event.*;
import org.apache.commons.lang3.function.*;
import org.apache.commons.lang3.math.*;
import org.apache.commons.lang3.mutable.*;
import org.apache.commons.lang3.reflect.*;
import org.apache.commons.lang3.text.*;
import org.apache.commons.lang3.text.translate.*;
import org.apache.commons.lang3.time.*;
import org.apache.commons.lang3.tuple.*;

@SuppressWarnings("deprecation")
class Main {
    @Retention(RetentionPolicy.RUNTIME) @interface Marked { String value() default "m"; int[] numbers() default {1, 2}; }

    @Marked static class Point implements Comparable<Point>, Serializable {
        int x = 1;
        @ToStringExclude String secret = "s";
        @EqualsExclude transient int y = 2;
        int[] more = {1, 2};
        @Override public int compareTo(Point o) { return new CompareToBuilder().append(x, o.x).append(more, o.more).toComparison(); }
        @Override public boolean equals(Object o) { return EqualsBuilder.reflectionEquals(this, o); }
        @Override public int hashCode() { return HashCodeBuilder.reflectionHashCode(this); }
    }

    interface Listener { void heard(String what); }

    public static class Source {
        private final EventListenerSupport<Listener> listeners = EventListenerSupport.create(Listener.class);
        public void addListener(Listener l) { listeners.addListener(l); }
    }

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private final StrBuilder builder = new StrBuilder("before");
    private final FastDateFormat format = FastDateFormat.getInstance("yyyy-MM-dd'T'HH:mm:ss.SSSZZ EEEE", UTC, Locale.ENGLISH);
    private final Range<Integer> range = Range.between(1, 5);
    private final LazyInitializer<String> lazy = new LazyInitializer<>() { @Override protected String initialize() { return "lazily"; } };
    private final BitField field = new BitField(0xF0);
    private final CharSet chars = CharSet.getInstance("a-cx");
    private final EventCountCircuitBreaker breaker = new EventCountCircuitBreaker(2, 1, TimeUnit.HOURS);
    private final Pair<String, Integer> pair = Pair.of("l", 1);
    private final MutableInt number = new MutableInt(3);
    private final Fraction fraction = Fraction.getFraction(3, 9);
    private final StopWatch watch = StopWatch.create();
    private final ToStringStyle style = new StandardToStringStyle();
    private final StrSubstitutor substitutor = new StrSubstitutor(Map.of("a", "1"));
    private final DiffBuilder<Point> differ = new DiffBuilder<>(new Point(), new Point(), ToStringStyle.SHORT_PREFIX_STYLE);

    String show() {
        Calls calls = new Calls();
        calls.add("builder", () -> new StrBuilder(builder.toString()).appendln("x").appendSeparator(",").append(1.5).replaceAll("e", "E").reverse());
        calls.add("builder reader", () -> { Reader r = builder.asReader(); return (char) r.read() + "" + r.skip(2) + (char) r.read() + r.ready(); });
        calls.add("builder tokenizer", () -> new StrBuilder("a b  c").asTokenizer().getTokenList());
        calls.add("builder writer", () -> { StrBuilder b = new StrBuilder(); try (Writer w = b.asWriter()) { w.write("abc", 1, 2); } return b; });
        calls.add("format", () -> format.format(new Date(0)));
        calls.add("parse", () -> format.parse("1999-12-31T23:59:59.123+01:00 Friday").getTime());
        calls.add("format of now", () -> FastDateFormat.getInstance("d MMM yy G h:mm a w W D F k K u Y z", UTC, Locale.ENGLISH).format(86_400_000L * 400));
        calls.add("date instance", () -> FastDateFormat.getDateTimeInstance(FastDateFormat.LONG, FastDateFormat.SHORT, UTC, Locale.ENGLISH).getPattern());
        calls.add("same format", () -> FastDateFormat.getInstance("yyyy-MM-dd'T'HH:mm:ss.SSSZZ EEEE", UTC, Locale.ENGLISH) == format);
        calls.add("parse zone", () -> FastDateFormat.getInstance("yyyy-MM-dd HH z", UTC, Locale.ENGLISH).parse("2000-01-01 12 GMT").getTime());
        calls.add("parse wrong", () -> FastDateFormat.getInstance("yyyy MMMM", UTC, Locale.ENGLISH).parse("2000 Brumaire"));
        calls.add("parse quoted", () -> new FastDateParserAccess().parse());
        calls.add("gmt zone", () -> FastTimeZone.getGmtTimeZone("+5:30") + " " + FastTimeZone.getTimeZone("GMT-01:15").getRawOffset());
        calls.add("duration", () -> DurationFormatUtils.formatDurationWords(3_661_000L, true, true) + DurationFormatUtils.formatDuration(90_061_001L, "d 'd' HH:mm:ss.SSS"));
        calls.add("duration optional", () -> DurationFormatUtils.formatDuration(61_000L, "[d'd'H'h'm'm']s's'"));
        calls.add("period", () -> DurationFormatUtils.formatPeriod(0L, 86_400_000L * 500, "y M d", true, UTC));
        calls.add("dates", () -> DateUtils.truncate(new Date(1_234_567_890_123L), Calendar.DAY_OF_MONTH).getTime() + " " + DateUtils.ceiling(new Date(1_234_567_890_123L), Calendar.HOUR).getTime());
        calls.add("date wrong", () -> DateUtils.truncate((Object) "x", Calendar.HOUR));
        calls.add("calendar", () -> CalendarUtils.INSTANCE.getYear() > 2000);
        calls.add("range", () -> range + " " + range.contains(3) + range.isOverlappedBy(Range.between(4, 9)) + range.intersectionWith(Range.between(4, 9)) + range.fit(9));
        calls.add("ranges", () -> IntegerRange.of(1, 3).contains(2) + " " + DoubleRange.of(1, 2) + LongRange.of(1, 2));
        calls.add("lazy", () -> lazy.get());
        calls.add("initializers", () -> new ConstantInitializer<>("c").get() + new AtomicInitializer<String>() { @Override protected String initialize() { return "a"; } }.get()
                + new AtomicSafeInitializer<String>() { @Override protected String initialize() { return "s"; } }.get());
        calls.add("background", () -> { CallableBackgroundInitializer<String> b = new CallableBackgroundInitializer<>(() -> "bg"); b.start(); return b.get(); });
        calls.add("multi background", () -> { MultiBackgroundInitializer m = new MultiBackgroundInitializer(); m.addInitializer("one", new CallableBackgroundInitializer<>(() -> 1)); m.start(); return m.get().getResultObject("one"); });
        calls.add("breaker", () -> { EventCountCircuitBreaker b = new EventCountCircuitBreaker(1, 1, TimeUnit.HOURS); return b.incrementAndCheckState() + " " + b.incrementAndCheckState() + b.incrementAndCheckState() + breaker.isOpen(); });
        calls.add("threshold", () -> { ThresholdCircuitBreaker b = new ThresholdCircuitBreaker(3); return b.incrementAndCheckState(2L) + " " + b.incrementAndCheckState(2L); });
        calls.add("memoizer", () -> new Memoizer<String, Integer>((java.util.function.Function<String, Integer>) String::length).compute("four"));
        calls.add("future", () -> UncheckedFuture.on(CompletableFuture.completedFuture("f")).get());
        calls.add("cause", () -> ConcurrentUtils.extractCause(new ExecutionException(new IOException("io"))).getMessage());
        calls.add("bits", () -> field.getValue(0xAB) + " " + field.setValue(0, 3) + field.isSet(0x10) + field.setByteBoolean((byte) 0, true) + field.clear(0xFF));
        calls.add("char set", () -> chars + " " + chars.contains('b') + CharSet.getInstance("^a-c"));
        calls.add("pair", () -> pair + " " + pair.compareTo(Pair.of("l", 2)) + Triple.of(1, 2, 3).toString("%3$s%2$s%1$s") + MutablePair.of(pair));
        calls.add("number", () -> new MutableInt(number).addAndGet(4) + " " + number.compareTo(new MutableInt(9)));
        calls.add("fraction", () -> fraction.reduce() + " " + fraction.add(Fraction.ONE_HALF).toProperString() + Fraction.getFraction("2 3/4").pow(2));
        calls.add("watch", () -> watch.isStarted() + " " + watch.getTime());
        calls.add("watch order", () -> { StopWatch w = StopWatch.create(); w.stop(); return w; });
        calls.add("to string", () -> new ToStringBuilder(new Point(), style).append("x", 1).append("a", new int[] {1}).append("n", (Object) null).toString());
        calls.add("reflection to string", () -> ToStringBuilder.reflectionToString(new Point(), ToStringStyle.SHORT_PREFIX_STYLE));
        calls.add("excluding", () -> new ReflectionToStringBuilder(new Point(), ToStringStyle.JSON_STYLE).setExcludeFieldNames("x").toString());
        calls.add("including", () -> ReflectionToStringBuilder.toStringInclude(new Point(), "x").replaceAll(".*\\[", "["));
        calls.add("json", () -> new ToStringBuilder(new Point(), ToStringStyle.JSON_STYLE).append("m", Map.of("k", 1)).append("q", "\"").append("c", List.of(1, "b")).append("d", new Date[0]).toString());
        calls.add("json null name", () -> new ToStringBuilder(new Point(), ToStringStyle.JSON_STYLE).append(null, 1).toString());
        calls.add("multi line", () -> new ToStringBuilder("o", ToStringStyle.MULTI_LINE_STYLE).append("x", 1).toString());
        calls.add("recursive", () -> new ReflectionToStringBuilder(List.of(new Point()), new RecursiveToStringStyle()).toString().length() > 0);
        calls.add("diff", () -> differ.append("x", 1, 2).build().getNumberOfDiffs() > 0);
        calls.add("diff of now", () -> new DiffBuilder<>("a", "b", ToStringStyle.SHORT_PREFIX_STYLE).append("f", 1, 2).append("g", new int[] {1}, new int[] {2}).build());
        calls.add("reflection diff", () -> new ReflectionDiffBuilder<>(new Point(), new Point(), ToStringStyle.SHORT_PREFIX_STYLE).build());
        calls.add("equals", () -> new Point().equals(new Point()) + " " + new Point().hashCode() + new Point().compareTo(new Point()));
        calls.add("annotation", () -> AnnotationUtils.toString(Point.class.getAnnotation(Marked.class)) + AnnotationUtils.hashCode(Point.class.getAnnotation(Marked.class)));
        calls.add("arch", () -> ArchUtils.getProcessor("x86_64").is64Bit());
        calls.add("riscv", () -> ArchUtils.getProcessor("riscv64"));
        calls.add("methods", () -> MethodUtils.invokeMethod("abc", "substring", 1) + " " + MethodUtils.invokeStaticMethod(String.class, "valueOf", 5));
        calls.add("no method", () -> MethodUtils.invokeMethod("abc", "nothing"));
        calls.add("fields", () -> FieldUtils.readField(new Point(), "x", true) + " " + FieldUtils.getAllFieldsList(Point.class).size());
        calls.add("constructors", () -> ConstructorUtils.invokeConstructor(String.class, "s"));
        calls.add("types", () -> TypeUtils.toString(TypeUtils.parameterize(Map.class, String.class, TypeUtils.wildcardType().withUpperBounds(Number.class).build())));
        calls.add("inherit", () -> InheritanceUtils.distance(ArrayList.class, Object.class));
        calls.add("events", () -> { StringBuilder s = new StringBuilder(); Source source = new Source(); EventUtils.addEventListener(source, Listener.class, s::append); source.listeners.fire().heard("x"); return s; });
        calls.add("failable", () -> Failable.stream(List.of("a", "b")).map(s -> s + s).collect(Collectors.toList()));
        calls.add("failable throws", () -> Failable.call(() -> { throw new IOException("f"); }));
        calls.add("streams", () -> Streams.stream(List.of(1, 2, 3)).filter(i -> i > 1).collect(Collectors.toList()));
        calls.add("lang streams", () -> org.apache.commons.lang3.stream.Streams.of("x", "y").collect(org.apache.commons.lang3.stream.LangCollectors.joining("-", "<", ">")));
        calls.add("failable streams", () -> org.apache.commons.lang3.stream.Streams.failableStream(List.of(1, 2)).map(i -> i * 2).collect(Collectors.toList()));
        calls.add("enumeration", () -> org.apache.commons.lang3.stream.Streams.of(new StringTokenizer("a b")).count());
        calls.add("int streams", () -> org.apache.commons.lang3.stream.IntStreams.range(3).sum());
        calls.add("substitutor", () -> substitutor.replace("${a} ${b:-c} $${a}"));
        calls.add("tokenizer", () -> new StrTokenizer("a 'b c',d", StrMatcher.commaMatcher(), StrMatcher.quoteMatcher()).getTokenList());
        calls.add("extended format", () -> new ExtendedMessageFormat("{0} {1,number,#.#}", Locale.ENGLISH).format(new Object[] {"a", 1.25}));
        calls.add("escape", () -> StringEscapeUtils.escapeJava("\u00e9\"\n") + StringEscapeUtils.escapeHtml4("<\u00e9>") + StringEscapeUtils.unescapeHtml4("&lt;&eacute;&#65;&x") + StringEscapeUtils.escapeCsv("a,\"b"));
        calls.add("unescape", () -> StringEscapeUtils.unescapeJava("\\u0041\\n\\101") + StringEscapeUtils.unescapeCsv("\"a,\"\"b\"") + StringEscapeUtils.escapeXml11("<\u0001>"));
        calls.add("serialization", () -> ((Point) SerializationUtils.clone(new Point())).x + " " + SerializationUtils.roundtrip(pair));
        calls.add("deserialization", () -> SerializationUtils.deserialize(new byte[] {1, 2}));
        calls.add("class loader", () -> ClassLoaderUtils.toString(new URLClassLoader(new URL[0], null)).replaceAll("@.*?\\[", "@["));
        calls.add("validate", () -> Validate.notBlank("x"));
        calls.add("validate wrong", () -> { Validate.isTrue(false, "not %s", "so"); return ""; });
        calls.add("validate elements", () -> Validate.noNullElements(Arrays.asList("a", null)));
        calls.add("exceptions", () -> org.apache.commons.lang3.exception.ExceptionUtils.getRootCauseMessage(new IllegalStateException(new IOException("root"))) + org.apache.commons.lang3.exception.ExceptionUtils.indexOfType(new RuntimeException(new IOException()), IOException.class));
        calls.add("context", () -> new org.apache.commons.lang3.exception.ContextedRuntimeException("m").addContextValue("k", 1).getMessage());
        //after calls.add("array fill", () -> ArrayFill.fill(new int[3], 7));
        calls.add("threads", () -> ThreadUtils.findThreadsByName("main").size() + " " + ThreadUtils.getSystemThreadGroup().getName());
        calls.add("random", () -> RandomStringUtils.randomAlphabetic(5).length() + " " + (RandomUtils.nextInt(3, 5) >= 3));
        calls.add("system", () -> SystemUtils.IS_JAVA_1_1 + " " + SystemUtils.isJavaVersionAtLeast(JavaVersion.JAVA_11) + SystemUtils.getEnvironmentVariable("no such", "d"));
        calls.add("java version", () -> JavaVersion.JAVA_17.atLeast(JavaVersion.JAVA_11) + " " + JavaVersion.valueOf("JAVA_9"));
        calls.add("locale", () -> LocaleUtils.toLocale("de_DE") + " " + LocaleUtils.localeLookupList(Locale.GERMANY) + LocaleUtils.countriesByLanguage("de").size());
        //after calls.add("undetermined", () -> LocaleUtils.isLanguageUndetermined(new Locale("")) + " " + ObjectUtils.toString((Object) null, () -> "none"));
        //after calls.add("functions", () -> org.apache.commons.lang3.function.Functions.function((String s) -> s + "!").apply("f"));
        calls.add("mutable", () -> new MutableObject<>("a").equals(new MutableObject<>("a")) + " " + new MutableBoolean(true).compareTo(new MutableBoolean(false)));
        calls.add("words", () -> WordUtils.wrap("a long line of words", 6) + WordUtils.capitalizeFully("aB cD") + WordUtils.initials("Ab Cd"));
        calls.add("diacritics", () -> StringUtils.stripAccents("\u00e9\u0142\u00df") + StringUtils.getLevenshteinDistance("abc", "abd") + StringUtils.getJaroWinklerDistance("abc", "abd"));
        calls.sweep(StringUtils.class);
        calls.sweep(ArrayUtils.class, "shuffle", "hashCode");
        calls.sweep(ClassUtils.class, "comparator", "hierarchy");
        calls.sweep(BooleanUtils.class);
        calls.sweep(CharUtils.class);
        calls.sweep(CharSetUtils.class);
        calls.sweep(CharSequenceUtils.class);
        calls.sweep(Conversion.class);
        calls.sweep(LocaleUtils.class);
        calls.sweep(ObjectUtils.class, "identity", "hashCode", "wait");
        calls.sweep(NumberUtils.class);
        calls.sweep(IEEE754rUtils.class);
        calls.sweep(Validate.class);
        calls.sweep(DurationFormatUtils.class);
        calls.sweep(StringEscapeUtils.class);
        calls.sweep(WordUtils.class);
        return calls.toString();
    }

    private static class FastDateParserAccess {
        Object parse() throws ParseException {
            return FastDateFormat.getInstance("'at' yyyy-MM-dd'T'HH:mm:ssXXX", UTC, Locale.ENGLISH).parse("at 2001-02-03T04:05:06+02:00").getTime();
        }
    }
}
