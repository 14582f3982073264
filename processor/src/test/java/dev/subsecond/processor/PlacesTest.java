package dev.subsecond.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.processor.Program.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hot methods in every place, called through stub and handle, on and off: each does what a plain call does. */
final class PlacesTest {

    private static final String HEAD = """
            package app;
            import dev.subsecond.annotations.Hot;
            import dev.subsecond.runtime.*;
            import java.util.*;
            """;

    private static Object run(Mode mode, String game, String body) throws Exception {
        return Program.start(
                        mode,
                        HEAD + game,
                        HEAD + "public class Main { public static Object run() throws Exception { " + body + " } }")
                .run();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void recordsHaveHotMethodsAndAccessors(Mode mode) throws Exception {
        Object result = run(mode, """
                record Game<T extends Comparable<T>>(T low, @Hot T high, int... rest) {
                    Game {
                        if (low.compareTo(high) > 0) { throw new IllegalArgumentException("turned round"); }
                    }
                    @Hot public T low() { return low; }
                    @Hot boolean has(T value) { return low.compareTo(value) <= 0 && value.compareTo(high) <= 0; }
                    @Hot static <T extends Comparable<T>> Game<T> of(T a, T b) { return new Game<>(a, b); }
                    @Hot @Override public String toString() { return low + ".." + high; }
                }
                """, """
                Game<String> game = GameHot.of("b", "d");
                HotFn1<Game<String>, String> low = GameHot.low();
                HotFn1<Game<String>, String> high = GameHot.high();
                HotFn2<Game<String>, String, Boolean> has = GameHot.has();
                HotFn2<String, String, Game<String>> of = GameHot.of();
                return GameHot.low(game) + GameHot.high(game) + GameHot.has(game, "c") + GameHot.toString(game)
                        + " " + low.call(game) + high.call(game) + has.call(game, "e") + of.call("x", "y") + GameHot.<String>toStringFn().call(game);
                """);
        assertThat(result).isEqualTo("bdtrueb..d bdfalsex..yb..d");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void enumsHaveHotMethodsAndTheirConstantsOverrideThem(Mode mode) throws Exception {
        Object result = run(mode, """
                enum Game {
                    CHESS, GO { @Override int size() { return 19; } };
                    @Hot int size() { return 8; }
                    @Hot static Game largest(Game... games) {
                        return Arrays.stream(games).max(Comparator.comparingInt(Game::size)).orElseThrow();
                    }
                    @Hot static Game of(String name) { return valueOf(name); }
                }
                """, """
                return GameHot.size(Game.CHESS) + " " + GameHot.size(Game.GO) + " " + GameHot.largest(Game.values()) + " " + GameHot.of("GO")
                        + " | " + GameHot.size().call(Game.CHESS) + " " + GameHot.size().call(Game.GO)
                        + " " + GameHot.largestFn().call(new Game[] {Game.CHESS}) + " " + GameHot.of().call("CHESS");
                """);
        assertThat(result).isEqualTo("8 19 GO GO | 8 19 CHESS CHESS");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void interfacesHaveHotDefaultAndStaticMethods(Mode mode) throws Exception {
        Object result = run(mode, """
                interface Game<T> {
                    T start();
                    @Hot default <R extends T> List<T> with(R other) { return List.of(start(), other); }
                    @Hot default void check(T value) throws java.io.IOException { if (value == null) { throw new java.io.IOException("none"); } }
                    @Hot static <T> Game<T> of(T start) { return () -> start; }
                    @Hot static long count(int a, long b) { return a + b; }
                    class Chess implements Game<String> {
                        @Override public String start() { return "e4"; }
                        @Override public <R extends String> List<String> with(R other) { return List.of(other); }
                    }
                }
                """, """
                Game<String> game = GameHot.of("d4");
                HotFn2<Game<String>, String, List<String>> with = GameHot.<String, String>with();
                String thrown = "";
                try { GameHot.check(game, null); } catch (java.io.IOException e) { thrown = e.getMessage(); }
                return "" + GameHot.with(game, "c4") + GameHot.with(new Game.Chess(), "c4") + thrown + GameHot.count(1, 2)
                        + " " + with.call(game, "b4") + with.call(new Game.Chess(), "b4") + GameHot.<String>of().call("a4").start() + GameHot.count().call(3, 4L);
                """);
        assertThat(result).isEqualTo("[d4, c4][c4]none3 [d4, b4][b4]a47");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sealedAndFunctionalInterfacesHaveThemToo(Mode mode) throws Exception {
        Object result = run(mode, """
                sealed interface Game permits Game.Chess, Game.Go {
                    @Hot default String name() { return "game of " + side(); }
                    int side();
                    record Chess(int side) implements Game {}
                    record Go(@Hot int side) implements Game { @Hot public String name() { return "go"; } }
                    @FunctionalInterface interface Rule { boolean allows(int move); @Hot default boolean forbids(int move) { return !allows(move); } }
                }
                """, """
                Game.Rule even = move -> move % 2 == 0;
                return GameHot.name(new Game.Chess(8)) + " " + GameHot.name(new Game.Go(19)) + " " + Game_GoHot.name(new Game.Go(19))
                        + Game_GoHot.side().call(new Game.Go(13)) + " " + Game_RuleHot.forbids(even, 3) + Game_RuleHot.forbids().call(even, 4);
                """);
        assertThat(result).isEqualTo("game of 8 go go13 truefalse");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void innerClassesHaveReceiversThatKnowTheirOuterObject(Mode mode) throws Exception {
        Object result = run(mode, """
                class Game {
                    final String name;
                    Game(String name) { this.name = name; }
                    class Player {
                        @Hot String greet(int times) { return name.repeat(times); }
                        @Hot static String rule() { return "fair"; }
                        protected class Piece { @Hot protected synchronized boolean locked() { return Thread.holdsLock(this) && name != null; } }
                        record Move(int x) { @Hot int twice() { return 2 * x; } }
                    }
                }
                """, """
                Game.Player player = new Game("go").new Player();
                Game.Player.Piece piece = player.new Piece();
                return Game_PlayerHot.greet(player, 2) + Game_PlayerHot.rule() + Game_Player_PieceHot.locked(piece) + Game_Player_MoveHot.twice(new Game.Player.Move(4))
                        + " " + Game_PlayerHot.greet().call(player, 1) + Game_PlayerHot.ruleFn().call() + Game_Player_PieceHot.locked().call(piece)
                        + Game_Player_MoveHot.twice().call(new Game.Player.Move(5));
                """);
        assertThat(result).isEqualTo("gogofairtrue8 gofairtrue10");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void innerClassesOfGenericClassesKeepTheTypesOfBoth(Mode mode) throws Exception {
        Object result = run(mode, """
                class Game<T extends Comparable<T>> {
                    final T best;
                    Game(T best) { this.best = best; }
                    class Player<U extends List<? super T>> {
                        final U moves;
                        Player(U moves) { this.moves = moves; }
                        @Hot U play(T move) { moves.add(move.compareTo(best) > 0 ? best : move); return moves; }
                        @Hot <T extends Number & Comparable<T>> T larger(T a, T b) { return a.compareTo(b) > 0 ? a : b; }
                        @Hot static <T extends Comparable<T>> int size(Game<T>.Player<? extends List<T>> player) { return player.moves.size(); }
                        class Hand { @Hot Map.Entry<T, U> all(Player<U> other) { return Map.entry(best, other.moves); } }
                    }
                    class Board { @Hot T best() { return best; } }
                    class Hidden<T> { @Hot T same(T value) { return value; } }
                    Player<List<T>> player() { return new Player<>(new ArrayList<>()); }
                }
                """, """
                Game<String> game = new Game<>("m");
                Game<String>.Player<List<String>> player = game.player();
                Game<String>.Player<List<String>>.Hand hand = player.new Hand();
                List<String> moves = Game_PlayerHot.play(player, "a");
                HotFn2<Game<String>.Player<List<String>>, String, List<String>> play = Game_PlayerHot.play();
                play.call(player, "z");
                Map.Entry<String, List<String>> all = Game_Player_HandHot.all(hand, player);
                HotFn1<Game<String>.Board, String> best = Game_BoardHot.best();
                int hidden = Game_HiddenHot.same(game.new Hidden<Integer>(), 7);
                return "" + moves + Game_PlayerHot.larger(player, 1, 2) + Game_PlayerHot.size(player) + all + Game_BoardHot.best(game.new Board())
                        + best.call(game.new Board()) + hidden;
                """);
        assertThat(result).isEqualTo("[a, m]22m=[a, m]mm7");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void boundsMayRecurAndIntersect(Mode mode) throws Exception {
        Object result = run(mode, """
                abstract class Game<S extends Game<S, E>, E extends Enum<E> & Game.Ranked> {
                    interface Ranked { int rank(); }
                    int score;
                    abstract S self();
                    @Hot S add(E card) { score += card.rank() + card.ordinal(); return self(); }
                    @Hot static <T extends Object & Comparable<? super T>> T top(Collection<? extends T> all) { return Collections.max(all); }
                    @Hot static <X extends Exception & Ranked> int rank(X x) throws X { if (x.rank() < 0) { throw x; } return x.rank(); }
                    enum Card implements Ranked { ACE, KING; @Hot public int rank() { return 10; } }
                    static class Whist extends Game<Whist, Card> { @Override Whist self() { return this; } }
                    @SuppressWarnings("serial") static class Lost extends Exception implements Ranked { @Override public int rank() { return -1; } }
                }
                """, """
                Game.Whist whist = GameHot.add(new Game.Whist(), Game.Card.KING);
                HotFn2<Game<Game.Whist, Game.Card>, Game.Card, Game.Whist> add = GameHot.add();
                String thrown = "";
                try { GameHot.rank(new Game.Lost()); } catch (Game.Lost e) { thrown = "lost"; }
                return add.call(whist, Game.Card.ACE).score + GameHot.top(List.of(1, 3, 2)) + thrown + Game_CardHot.rank(Game.Card.ACE);
                """);
        assertThat(result).isEqualTo("24lost10");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void strictSynchronizedAndFinalMethodsAreMethodsLikeOthers(Mode mode) throws Exception {
        Object result = run(mode, """
                class Game {
                    @Hot static synchronized boolean locked() { return Thread.holdsLock(Game.class); }
                    @Hot final synchronized boolean own() { return Thread.holdsLock(this); }
                    @SuppressWarnings("strictfp") @Hot strictfp double half(double x) { return x / 2; }
                }
                """, """
                Game game = new Game();
                return "" + GameHot.locked() + GameHot.lockedFn().call() + GameHot.own(game) + GameHot.own().call(game) + GameHot.half(game, 3);
                """);
        assertThat(result).isEqualTo("truetruetruetrue1.5");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void staticMethodsMayNameTheInnerClassesOfTheirGenericClass(Mode mode) throws Exception {
        Object result = run(mode, """
                class Game<T> {
                    class Player {}
                    @Hot static boolean known(Game<?>.Player player) { return player != null; }
                    @Hot static <T> Game<T>.Player same(Game<T>.Player player) { return player; }
                    @Hot Player player() { return new Player(); }
                }
                """, """
                Game<String>.Player player = GameHot.player(new Game<String>());
                HotFn1<Game<String>.Player, Game<String>.Player> same = GameHot.same();
                return "" + GameHot.known(player) + (GameHot.same(player) == player) + (same.call(player) == player) + GameHot.known().call(null);
                """);
        assertThat(result).isEqualTo("truetruetruefalse");
    }
}
