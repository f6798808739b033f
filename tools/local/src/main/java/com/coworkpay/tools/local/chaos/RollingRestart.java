package com.coworkpay.tools.local.chaos;

import com.coworkpay.tools.local.stack.LocalStack;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Every process of every program is ended in good order and started again, once, one after the other.
final class RollingRestart implements FaultSchedule {
    private final LocalStack stack;
    private final Consumer<String> say;
    private final Map<String, Integer> made = new TreeMap<>();

    RollingRestart(LocalStack stack, Consumer<String> say) {
        this.stack = stack;
        this.say = say;
    }

    @Override
    public void make() {
        for (String program : stack.programs()) {
            stack.roll(List.of(program), say);
            made.put(program + " restarted", stack.processes(program).size());
        }
    }

    /// It ends by itself.
    @Override
    public void stop() {}

    @Override
    public Map<String, Integer> made() {
        return made;
    }
}
