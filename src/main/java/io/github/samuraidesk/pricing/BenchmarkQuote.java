package io.github.samuraidesk.pricing;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * The mid swap that a coupon was set on, in percent. @param implied computed as coupon − spread: it labels a published
 * result and proves nothing
 */
public record BenchmarkQuote(
        String name, BigDecimal ratePercent, String side, String source, LocalDateTime at, boolean implied) {}
