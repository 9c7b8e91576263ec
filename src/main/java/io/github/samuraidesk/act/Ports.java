package io.github.samuraidesk.act;

/** Who answers a port. */
public interface Ports {

    /** For rules that ask nothing but what was said. */
    Ports NONE = new Ports() {
        @Override
        public <P extends Port> P of(Class<P> port) {
            throw new IllegalStateException("nobody answers " + port.getName());
        }
    };

    /** @throws IllegalStateException when nobody answers it */
    <P extends Port> P of(Class<P> port);
}
