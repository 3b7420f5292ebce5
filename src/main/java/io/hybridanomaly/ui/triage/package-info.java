/** What a person says about anomalies: verdicts, notes, missed ones, and what follows from them. */
@NullMarked
package io.hybridanomaly.ui.triage;

import org.jspecify.annotations.NullMarked;
