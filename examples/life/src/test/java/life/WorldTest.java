package life;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorldTest {
    @Test
    void sameSeedGivesTheSameWorld() {
        Game first = new Game(World.soup(30, 10, 7));
        Game second = new Game(World.soup(30, 10, 7));

        first.step();
        second.step();

        assertThat(first.render()).isEqualTo(second.render()).contains("o");
        assertThat(first.caption()).isEqualTo(second.caption());
    }

    @Test
    void threeInARowTurnUprightAndBack() {
        World world = World.of("""
                .....
                .....
                .ooo.
                .....
                .....
                """);

        world.advance();

        assertThat(new Game(world).render()).isEqualTo("""
                .....
                ..o..
                ..o..
                ..o..
                .....
                """.replace('.', ' '));
        world.advance();
        assertThat(new Game(world).caption()).isEqualTo("world 0: generation 0, 3 alive");
    }

    @Test
    void edgesAreJoined() {
        World world = World.of("""
                o...
                o...
                o...
                ....
                ....
                """);

        world.advance();

        assertThat(world.isAlive(-1, 1)).isTrue();
        assertThat(world.isAlive(3, 1)).isTrue();
        assertThat(world.population()).isEqualTo(3);
    }
}
