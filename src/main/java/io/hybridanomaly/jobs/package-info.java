/**
 * Running detections of all visitors: a bounded queue, a fixed number of slots, cancelling, and the
 * progress of each. A detection runs on a thread of its own and never on a visitor's.
 */
@NullMarked
package io.hybridanomaly.jobs;

import org.jspecify.annotations.NullMarked;
