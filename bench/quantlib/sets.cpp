// The full set of bench.BondSets with QuantLib's own objects: same bond, same kind of curve, price changed each time.
#include <ql/instruments/bonds/fixedratebond.hpp>
#include <ql/pricingengines/bond/bondfunctions.hpp>
#include <ql/termstructures/yield/oisratehelper.hpp>
#include <ql/termstructures/yield/piecewiseyieldcurve.hpp>
#include <ql/termstructures/yield/zerocurve.hpp>
#include <ql/indexes/iborindex.hpp>
#include <ql/time/calendars/japan.hpp>
#include <ql/utilities/dataparsers.hpp>
#include <ql/version.hpp>
#include <ql/time/daycounters/actual365fixed.hpp>
#include <ql/time/daycounters/actualactual.hpp>
#include <ql/currencies/asia.hpp>
#include <chrono>
#include <cstdio>
#include <vector>
using namespace QuantLib;

int main() {
    Date valuation(16, November, 2026), settle(18, November, 2026), issue(10, March, 2026), maturity(10, September, 2036);
    Settings::instance().evaluationDate() = valuation;
    Japan tokyo;
    Schedule schedule(issue, maturity, Period(Semiannual), tokyo, Unadjusted, Unadjusted, DateGeneration::Backward, false);
    DayCounter icma = ActualActual(ActualActual::ISMA);
    FixedRateBond bond(2, 100.0, schedule, std::vector<Rate>(1, 0.0245), icma, Following, 100.0, issue);

    const char* tenors[] = {"1W", "2W", "3W", "1M", "2M", "3M", "4M", "5M", "6M", "7M", "8M", "9M", "10M", "11M", "1Y",
        "2Y", "3Y", "4Y", "5Y", "6Y", "7Y", "8Y", "9Y", "10Y", "11Y", "12Y", "15Y", "20Y", "25Y", "30Y"};
    auto tona = ext::make_shared<OvernightIndex>("TONA", 0, JPYCurrency(), tokyo, Actual365Fixed());
    auto bootstrap = [&] {
        std::vector<ext::shared_ptr<RateHelper>> helpers;
        for (int i = 0; i < 30; i++)
            helpers.push_back(ext::make_shared<OISRateHelper>(2, PeriodParser::parse(tenors[i]),
                Handle<Quote>(ext::make_shared<SimpleQuote>(0.01 + 0.0008 * i)), tona,
                Handle<YieldTermStructure>(), true, 2, Following, Annual, tokyo));
        auto curve = ext::make_shared<PiecewiseYieldCurve<Discount, LogLinear>>(valuation, helpers, Actual365Fixed());
        curve->discount(maturity);
        return curve;
    };
    auto curve = bootstrap();
    curve->enableExtrapolation();

    auto time = [](const char* name, auto work, double seconds) {
        using clock = std::chrono::steady_clock;
        for (int round = 0; round < 5; round++) {
            long count = 0;
            auto begin = clock::now();
            double took = 0;
            do {
                for (int i = 0; i < 8; i++) work(count++);
                took = std::chrono::duration<double>(clock::now() - begin).count();
            } while (took < seconds);
            std::printf("QuantLib %s %s: %.0f a second\n", QL_VERSION, name, count / took);
        }
    };
    volatile double sink = 0;
    time("full set", [&](long i) {
        double clean = 95 + 0.01 * (i & 1023);
        Rate yield = BondFunctions::yield(bond, clean, icma, Compounded, Semiannual, settle, 1e-10);
        InterestRate rate(yield, icma, Compounded, Semiannual);
        double sum = yield + BondFunctions::dirtyPrice(bond, rate, settle)
            + BondFunctions::duration(bond, rate, Duration::Macaulay, settle)
            + BondFunctions::duration(bond, rate, Duration::Modified, settle)
            + BondFunctions::basisPointValue(bond, rate, settle)
            + BondFunctions::convexity(bond, rate, settle)
            + BondFunctions::yield(bond, clean, icma, SimpleThenCompounded, Semiannual, settle, 1e-10)
            + BondFunctions::zSpread(bond, clean, curve, Actual365Fixed(), Continuous, NoFrequency, settle, 1e-10);
        sink = sink + sum;
    }, 2);
    time("bootstrap of 30 quotes", [&](long) { sink = sink + bootstrap()->discount(maturity); }, 2);
}
