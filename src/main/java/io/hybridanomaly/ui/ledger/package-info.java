/** The ledger view: digits, suspects, duplicates, round amounts and limits, with their rows. */
@NullMarked
package io.hybridanomaly.ui.ledger;

import org.jspecify.annotations.NullMarked;
