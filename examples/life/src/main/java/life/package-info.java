/**
 * Conway's Game of Life in the terminal: a small program that is pleasant to edit while it runs.
 *
 * <p>{@link life.Game} has the hot functions; change one of them and save. {@link life.World} knows the rules and
 * {@link life.Main} is the loop, which is never interrupted.
 */
package life;
