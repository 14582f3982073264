package dev.subsecond.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.patch.CommittedFunction;
import dev.subsecond.runtime.wire.MethodRef;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stacks are written as they are printed: what is called stands above what calls it. */
class OldFramesTest {

    private static final CommittedFunction TICK = tick(new HotFnPtr(-9));

    @Test
    void imageFrameIsOld() {
        assertThat(count(TICK, "java.lang.Thread.sleep", "app.Game.tick", "app.Main.main"))
                .isOne();
    }

    @Test
    void imageFrameBelowItsNewBodyOnlyPassesOn() {
        assertThat(count(TICK, "app.Game$$Hot3.tick", "app.Game.tick", "app.Main.main"))
                .isZero();
    }

    @Test
    void bodyOfAnEarlierPatchIsOldAndCountsOnce() {
        assertThat(count(TICK, "app.Game$$Hot2.tick", "app.Game.tick", "app.Main.main"))
                .isOne();
    }

    @Test
    void oldFrameThatCallsTheNewCodeIsOld() {
        assertThat(count(TICK, "app.Game$$Hot3.tick", "app.Game.tick", "app.Game.tick", "app.Main.main"))
                .isOne();
    }

    @Test
    void everyOldFrameCounts() {
        assertThat(count(TICK, "app.Game.tick", "app.Game$$Hot2.tick", "app.Game.tick"))
                .isEqualTo(2);
    }

    @Test
    void everyThreadCounts() {
        OldFrames frames = OldFrames.in(List.of(stack("app.Game.tick"), stack("app.Game.tick")), List.of(TICK));
        assertThat(frames.of(TICK)).isEqualTo(2);
    }

    @Test
    void framesOfOtherMethodsAndClassesDoNotCount() {
        assertThat(count(TICK, "app.Game.tock", "app.Gamer.tick", "app.Game$Inner.tick", "app.Game$Inner$$Hot2.tick"))
                .isZero();
        assertThat(count(TICK, "app.Game$$Hot2.tock", "app.Game$$Hot3.tick")).isZero();
    }

    @Test
    void imageFrameIsNotOldWhenTheImagesCodeIsCurrentAgain() {
        CommittedFunction undone = tick(new HotFnPtr(-1));
        assertThat(count(undone, "app.Game.tick", "app.Main.main")).isZero();
        assertThat(count(undone, "app.Game$$Hot2.tick", "app.Game.tick")).isOne();
    }

    @Test
    void wrapperOfASynchronizedBodyPassesOn() {
        assertThat(count(TICK, "app.Game$$Hot3.tick", "app.Game$$Hot3.tick$synchronized", "app.Game.tick"))
                .isZero();
        assertThat(count(TICK, "app.Game$$Hot2.tick", "app.Game$$Hot2.tick$synchronized", "app.Game.tick"))
                .isOne();
    }

    @Test
    void bodyOfAnEarlierPatchMayHaveASuffix() {
        assertThat(count(TICK, "app.Game$$Hot2.tick$2", "app.Game.tick")).isOne();
    }

    @Test
    void constructorIsNewInAPatch() {
        CommittedFunction constructor = function("app.Game", "<init>", "new");
        assertThat(count(constructor, "app.Game$$Hot3.new", "app.Game.<init>", "app.Main.main"))
                .isZero();
        assertThat(count(constructor, "app.Game$$Hot2.new", "app.Game.<init>", "app.Main.main"))
                .isOne();
        assertThat(count(constructor, "app.Game.<init>", "app.Main.main")).isOne();
    }

    @Test
    void functionThatCameWithAPatchIsFoundInLaterOnes() {
        CommittedFunction lambda = function("app.Game$$Hot1", "lambda$tick$0", "lambda$tick$0");
        assertThat(count(lambda, "app.Game$$Hot3.lambda$tick$0", "app.Game$$Hot1.lambda$tick$0"))
                .isZero();
        assertThat(count(lambda, "java.util.List.forEach", "app.Game$$Hot1.lambda$tick$0"))
                .isOne();
        assertThat(count(lambda, "app.Game$$Hot2.lambda$tick$0", "app.Game$$Hot1.lambda$tick$0"))
                .isOne();
    }

    @Test
    void findsAFrameOfARunningThread() {
        MethodRef image = new MethodRef(OldFramesTest.class.getName(), "findsAFrameOfARunningThread", "()V");
        MethodRef body = new MethodRef(OldFramesTest.class.getName() + "$$Hot1", image.name(), "()V");
        CommittedFunction running =
                new CommittedFunction(new HotFnPtr(-1), "this", new HotFnPtr(-1), new HotFnPtr(-2), image, body);
        assertThat(OldFrames.now(List.of(running)).of(running)).isOne();
    }

    private static CommittedFunction tick(HotFnPtr newPtr) {
        return new CommittedFunction(
                new HotFnPtr(-1),
                "app.Game.tick()",
                new HotFnPtr(-8),
                newPtr,
                new MethodRef("app.Game", "tick", "()V"),
                new MethodRef("app.Game$$Hot3", "tick", "(Lapp/Game;)V"));
    }

    private static CommittedFunction function(String owner, String name, String bodyName) {
        return new CommittedFunction(
                new HotFnPtr(-1),
                name,
                new HotFnPtr(-8),
                new HotFnPtr(-9),
                new MethodRef(owner, name, "()V"),
                new MethodRef("app.Game$$Hot3", bodyName, "()V"));
    }

    private static int count(CommittedFunction function, String... frames) {
        return OldFrames.in(List.<StackTraceElement[]>of(stack(frames)), List.of(function))
                .of(function);
    }

    private static StackTraceElement[] stack(String... frames) {
        return Stream.of(frames)
                .map(frame -> {
                    int dot = frame.lastIndexOf('.');
                    return new StackTraceElement(frame.substring(0, dot), frame.substring(dot + 1), "F.java", 1);
                })
                .toArray(StackTraceElement[]::new);
    }
}
