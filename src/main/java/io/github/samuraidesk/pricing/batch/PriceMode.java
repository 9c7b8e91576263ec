package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.bond.SettledFlows;

/** What the figure given for a bond is. */
public enum PriceMode {
    /** Clean price per 100 (裸値段). */
    CLEAN {
        @Override
        double dirtyPrice(SettledFlows flows, double value) {
            return value + flows.accrued();
        }

        @Override
        double cleanPrice(SettledFlows flows, double value, double dirty) {
            return value;
        }
    },
    /** Dirty price per 100 (利含み値段). */
    DIRTY {
        @Override
        double dirtyPrice(SettledFlows flows, double value) {
            return value;
        }
    },
    /** Compound yield on the ICMA fraction, decimal (複利). */
    YIELD {
        @Override
        double dirtyPrice(SettledFlows flows, double value) {
            return flows.dirtyFromYieldIcma(value);
        }

        @Override
        double yieldIcma(SettledFlows flows, double value, double dirty) {
            return value;
        }
    };

    abstract double dirtyPrice(SettledFlows flows, double value);

    double cleanPrice(SettledFlows flows, double value, double dirty) {
        return dirty - flows.accrued();
    }

    double yieldIcma(SettledFlows flows, double value, double dirty) {
        return flows.yieldIcmaFromDirty(dirty);
    }
}
