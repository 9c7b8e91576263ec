/** Says how much: coupons, accrued interest, prices, yields, risk and the issuer's cost of one bond. */
package io.github.samuraidesk.bond;
